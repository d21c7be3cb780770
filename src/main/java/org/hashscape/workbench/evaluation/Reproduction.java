package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.List;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.SearchArchive;

/**
 * A published table, measured anew: Roy, Sangineto, Demir and Sebe, <i>Metric-learning-based deep hashing network for
 * content-based retrieval of remote sensing images</i>, GRSL 2021, on UC Merced. KSLSH on SIFT words, deep hashing as
 * published and ours on the features of GoogLeNet (Inception v1; the paper's network is Inception v3, whose weights
 * cannot be had here), 16, 24 and 32 bits, beside search on the descriptors.
 */
public final class Reproduction {

    /** Name under which GoogLeNet is to be imported. */
    public static final String NETWORK = "googlenet";

    private Reproduction() {}

    /**
     * What to measure, part by part.
     *
     * @throws IllegalArgumentException where the table is not known, the archive is not UC Merced, or the network is not
     *     there, with what to do
     */
    public static List<EvaluationRequest> requests(String table, Archive archive, List<Long> seeds, LeakPolicy leaks)
            throws IOException {
        if (!table.equals("ucmd")) {
            throw new IllegalArgumentException("There is no published table '" + table + "'. Known: ucmd");
        }
        if (!PublishedFigures.dataSetOf(archive.catalogue())
                .filter(PublishedFigures.UC_MERCED::equals)
                .isPresent()) {
            throw new IllegalArgumentException("The archive is not UC Merced: its labels are not the 21 class names."
                    + " Import the folder that holds agricultural, airplane, ... (UCMerced_LandUse/Images).");
        }
        boolean imported = SearchArchive.descriptors().stream()
                .anyMatch(choice -> choice.id().equals(NETWORK));
        if (!imported) {
            throw new IllegalArgumentException("The published table needs the features of GoogLeNet. Import it first:"
                    + " hashscape backbone import googlenet_bvlc_frozen.pb --id " + NETWORK);
        }
        List<Integer> bits = List.of(16, 24, 32);
        return List.of(
                request(List.of("kslsh", "exhaustive"), "sift-words", bits, seeds, leaks),
                request(List.of("deep-mhcln", "deep", "exhaustive"), NETWORK, bits, seeds, leaks));
    }

    private static EvaluationRequest request(
            List<String> methods, String descriptor, List<Integer> bits, List<Long> seeds, LeakPolicy leaks) {
        return new EvaluationRequest(methods, List.of(descriptor), bits, "mhcln", seeds, 20, "shares-label", leaks);
    }
}
