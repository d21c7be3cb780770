package org.hashscape.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.TileCatalogue;

/**
 * Published figures to stand beside measured ones. Figures that rest on leaks (rotated copies in training and test,
 * training images in the archive, hit@20 called mAP) are left out: they are no targets.
 */
public final class PublishedFigures {

    /** Yang and Newsam 2010: 21 classes of 100 aerial tiles. */
    public static final String UC_MERCED = "UC Merced";

    /** The same tiles with 17 labels, several per tile (Chaudhuri et al. 2018). */
    public static final String UC_MERCED_MULTI = "UC Merced multi-label";

    /** Helber et al. 2019: 10 classes of Sentinel-2 tiles. */
    public static final String EUROSAT = "EuroSAT";

    /** Xia et al. 2017: 30 classes of aerial tiles. */
    public static final String AID = "AID";

    private static final Set<String> UC_MERCED_LABELS = Set.of(
            "agricultural",
            "airplane",
            "baseballdiamond",
            "beach",
            "buildings",
            "chaparral",
            "denseresidential",
            "forest",
            "freeway",
            "golfcourse",
            "harbor",
            "intersection",
            "mediumresidential",
            "mobilehomepark",
            "overpass",
            "parkinglot",
            "river",
            "runway",
            "sparseresidential",
            "storagetanks",
            "tenniscourt");
    private static final Set<String> UC_MERCED_MULTI_LABELS = Set.of(
            "airplane",
            "bare-soil",
            "buildings",
            "cars",
            "chaparral",
            "court",
            "dock",
            "field",
            "grass",
            "mobile-home",
            "pavement",
            "sand",
            "sea",
            "ship",
            "tanks",
            "trees",
            "water");
    private static final Set<String> EUROSAT_LABELS = Set.of(
            "AnnualCrop",
            "Forest",
            "HerbaceousVegetation",
            "Highway",
            "Industrial",
            "Pasture",
            "PermanentCrop",
            "Residential",
            "River",
            "SeaLake");

    private static final String ROY = "Roy, Sangineto, Demir, Sebe, GRSL 2021";
    private static final String PLSH = "pLSH paper, precision@20 of shared labels";
    private static final String MULTI_CODE = "multi-code hashing paper";

    private static final List<PublishedFigure> ALL = all();

    private PublishedFigures() {}

    /** The figures of a data set, by method and bits; none where it is not known. */
    public static List<PublishedFigure> forDataSet(String dataSet) {
        return ALL.stream().filter(figure -> figure.dataSet().equals(dataSet)).toList();
    }

    /** The figures that a row may be compared with: same data set, protocol and cut-off. */
    public static List<PublishedFigure> comparable(String dataSet, String protocol, int k) {
        return forDataSet(dataSet).stream()
                .filter(figure -> figure.protocol().equals(protocol) && (figure.k() == k || figure.k() == 0))
                .toList();
    }

    /** Which published data set an archive holds, by its labels (all of them and no others). */
    public static Optional<String> dataSetOf(TileCatalogue catalogue) {
        Set<String> labels = catalogue.labelCounts().keySet();
        if (labels.equals(UC_MERCED_LABELS)) {
            return Optional.of(UC_MERCED);
        }
        if (labels.equals(UC_MERCED_MULTI_LABELS)) {
            return Optional.of(UC_MERCED_MULTI);
        }
        return labels.equals(EUROSAT_LABELS) ? Optional.of(EUROSAT) : Optional.empty();
    }

    private static List<PublishedFigure> all() {
        List<PublishedFigure> all = new ArrayList<>();
        series(all, UC_MERCED, "kslsh", "SIFT words", new int[] {16, 24, 32}, ROY, .557, .594, .630);
        series(all, UC_MERCED, "deep-mhcln", "Inception features", new int[] {16, 24, 32}, ROY, .875, .890, .904);
        series(all, AID, "kslsh", "SIFT words", new int[] {32}, ROY + " (about)", .505);
        series(all, AID, "deep-mhcln", "Inception features", new int[] {32}, ROY, .911);
        all.add(new PublishedFigure(
                UC_MERCED,
                "train-archive",
                "DHCNN",
                "its own network",
                64,
                Metric.MAP_FULL,
                0,
                .967,
                "Song, Li, Benediktsson 2021, split 80/20"));
        all.add(new PublishedFigure(
                UC_MERCED,
                "train-archive",
                "ERVD",
                "ViT teacher",
                128,
                Metric.MAP_FULL,
                0,
                .992,
                "ERVD paper, split 70/30"));
        precision(all, UC_MERCED_MULTI, "lsh", "SIFT words", .496, .559);
        precision(all, UC_MERCED_MULTI, "klsh", "SIFT words", .474, .520);
        precision(all, UC_MERCED_MULTI, "IsoHash", "SIFT words", .509, .592);
        precision(all, UC_MERCED_MULTI, "pLSH", "SIFT words", .571, .627);
        precision(all, EUROSAT, "lsh", "ResNet-18", .287, .459);
        precision(all, EUROSAT, "klsh", "ResNet-18", .340, .439);
        precision(all, EUROSAT, "pLSH", "ResNet-18", .555, .632);
        labelRecall(all, "exhaustive", 0, .663);
        labelRecall(all, "one code", 8, .558);
        labelRecall(all, "multicode", 8, .611);
        labelRecall(all, "one code", 32, .589);
        labelRecall(all, "multicode", 32, .653);
        return List.copyOf(all);
    }

    /** AP@20, lenient, by protocol A. */
    private static void series(
            List<PublishedFigure> to,
            String dataSet,
            String method,
            String descriptor,
            int[] bits,
            String source,
            double... values) {
        for (int i = 0; i < bits.length; i++) {
            to.add(new PublishedFigure(
                    dataSet, "mhcln", method, descriptor, bits[i], Metric.AP_LENIENT_AT_K, 20, values[i], source));
        }
    }

    private static void precision(
            List<PublishedFigure> to, String dataSet, String method, String descriptor, double at16, double at32) {
        to.add(new PublishedFigure(dataSet, "whole", method, descriptor, 16, Metric.PRECISION_AT_K, 20, at16, PLSH));
        to.add(new PublishedFigure(dataSet, "whole", method, descriptor, 32, Metric.PRECISION_AT_K, 20, at32, PLSH));
    }

    private static void labelRecall(List<PublishedFigure> to, String method, int bits, double value) {
        to.add(new PublishedFigure(
                UC_MERCED_MULTI,
                "whole",
                method,
                "descriptors of regions",
                bits,
                Metric.LABEL_RECALL_AT_K,
                20,
                value,
                MULTI_CODE));
    }
}
