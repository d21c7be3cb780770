package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.CountText;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Copies;
import org.hashscape.workbench.FingerprintIndex;
import org.hashscape.workbench.Fingerprints;

/**
 * Finds test tiles that training has seen: themselves, or copies of them, turned, mirrored or compressed anew, by the
 * fingerprints of all tiles.
 *
 * <p>Data sets hold a few copies of their own (UC Merced has one pair). Where at most one test tile in {@value
 * #TOLERATED} has copies among the training tiles, those training tiles are left out of training, so that nothing asked
 * about has been seen and no query is lost. More than that is no accident: it is a leak.
 */
final class LeakGuard {

    /** One test tile in so many may have copies in training, which are then left out. */
    static final int TOLERATED = 500;

    private static final int NAMED = 3;

    private final Archive archive;
    private final Map<TileId, DihedralFingerprint> fingerprints;
    private final List<Copies.Pair> pairs;

    /**
     * What was found about one split.
     *
     * @param trainingRows rows to train on
     * @param leaky whether test tiles were seen
     * @param notes for the reader of the result
     */
    record Finding(int[] trainingRows, boolean leaky, List<String> notes) {}

    LeakGuard(Archive archive, Progress progress) throws IOException {
        this(archive, new Fingerprints(archive).all(progress));
    }

    /** @param fingerprints of all tiles */
    LeakGuard(Archive archive, Map<TileId, DihedralFingerprint> fingerprints) {
        this.archive = archive;
        this.fingerprints = fingerprints;
        this.pairs = Copies.among(fingerprints);
    }

    /**
     * @param tileIds tile of each row
     * @param descriptor what the descriptor itself was trained on; mostly nothing
     * @throws IllegalArgumentException where there is a leak and the policy is to refuse it
     */
    Finding check(ProtocolRun run, long[] tileIds, DescriptorTraining descriptor, LeakPolicy policy)
            throws IOException {
        int[] training = run.trainingRows();
        int[] test = run.queryRows();
        TreeSet<Integer> leakedTo = new TreeSet<>();
        TreeSet<Integer> copies = new TreeSet<>();
        int nearAcross = 0;
        int alikeInTest = 0;
        Map<Long, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < tileIds.length; row++) {
            rowOf.put(tileIds[row], row);
        }
        for (Copies.Pair pair : pairs) {
            int a = rowOf.getOrDefault(pair.a().value(), -1);
            int b = rowOf.getOrDefault(pair.b().value(), -1);
            if (isAmong(test, a) && isAmong(test, b)) {
                alikeInTest++;
            } else if (isAmong(training, a) && isAmong(test, b) || isAmong(training, b) && isAmong(test, a)) {
                if (pair.same()) {
                    leakedTo.add(isAmong(test, a) ? a : b);
                    copies.add(isAmong(test, a) ? b : a);
                } else {
                    nearAcross++;
                }
            }
        }
        List<String> notes = new ArrayList<>();
        boolean tolerated = (long) leakedTo.size() * TOLERATED <= test.length;
        int[] trained = training;
        if (!leakedTo.isEmpty() && tolerated) {
            trained =
                    Arrays.stream(training).filter(row -> !copies.contains(row)).toArray();
            notes.add(CountText.of(copies.size(), "training tile", "training tiles") + " left out, copies of "
                    + CountText.of(leakedTo.size(), "test tile", "test tiles"));
        } else if (!leakedTo.isEmpty()) {
            notes.add(leak(leakedTo, copies, test.length, tileIds, policy));
        }
        if (nearAcross > 0) {
            notes.add(CountText.of(nearAcross, "pair", "pairs") + " of training and test tiles almost alike");
        }
        if (alikeInTest > 0) {
            notes.add(CountText.of(alikeInTest, "pair", "pairs") + " of test tiles alike or almost");
        }
        boolean leaky = !leakedTo.isEmpty() && !tolerated;
        return new Finding(
                trained, seenByDescriptor(test, tileIds, descriptor, policy, notes) || leaky, List.copyOf(notes));
    }

    private boolean seenByDescriptor(
            int[] test, long[] tileIds, DescriptorTraining descriptor, LeakPolicy policy, List<String> notes)
            throws IOException {
        List<byte[]> seen = descriptor.fingerprints();
        FingerprintIndex<Integer> index = new FingerprintIndex<>();
        for (byte[] bytes : seen) {
            index.add(0, DihedralFingerprint.fromBytes(bytes));
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (int row : seen.isEmpty() ? new int[0] : test) {
            DihedralFingerprint own = fingerprints.get(new TileId(tileIds[row]));
            if (own != null && index.near(own).stream().anyMatch(entry -> own.sameAs(entry.fingerprint()))) {
                found.add(row);
            }
        }
        if (found.isEmpty()) {
            return false;
        }
        if ((long) found.size() * TOLERATED <= test.length) {
            notes.add(CountText.of(found.size(), "test tile", "test tiles")
                    + " almost like tiles that the descriptor was trained on");
            return false;
        }
        String sentence = found.size() + " of " + test.length + " test tiles are among those that the descriptor itself"
                + " was trained on, as " + names(found, tileIds);
        String advice = String.join("; ", descriptor.sentences())
                + ". Use another descriptor, or a protocol and a seed whose test tiles it has not seen";
        notes.add(refusedOr(sentence, advice, policy));
        return true;
    }

    private String leak(
            TreeSet<Integer> leakedTo, TreeSet<Integer> copies, int tests, long[] tileIds, LeakPolicy policy)
            throws IOException {
        String sentence = leakedTo.size() + " of " + tests + " test tiles were seen in training: the training tiles "
                + names(copies, tileIds) + " are copies, turned perhaps, of test tiles as " + names(leakedTo, tileIds);
        return refusedOr(sentence, "Remove the copies from the archive's folder and import anew", policy);
    }

    private static String refusedOr(String sentence, String advice, LeakPolicy policy) {
        if (policy == LeakPolicy.REFUSE) {
            throw new IllegalArgumentException("Refused, as it would rest on a leak: " + sentence + ". " + advice
                    + ", or let the result be marked: --leaks mark");
        }
        return "LEAK: " + sentence;
    }

    private String names(TreeSet<Integer> rows, long[] tileIds) throws IOException {
        List<String> names = new ArrayList<>();
        for (int row : rows) {
            int tile = archive.catalogue().rowOf(new TileId(tileIds[row]));
            if (names.size() < NAMED && tile >= 0) {
                names.add(archive.catalogue().tile(tile).key());
            }
        }
        return String.join(", ", names) + (rows.size() > NAMED ? ", ... (" + rows.size() + ")" : "");
    }

    private static boolean isAmong(int[] ascending, int row) {
        return row >= 0 && Arrays.binarySearch(ascending, row) >= 0;
    }
}
