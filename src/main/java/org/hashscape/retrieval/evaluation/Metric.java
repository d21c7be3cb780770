package org.hashscape.retrieval.evaluation;

/** The measures that an evaluation reports, with their names in its JSON; formulas at {@link RankingMetrics}. */
public enum Metric {
    PRECISION_AT_K("precisionAtK"),
    RECALL_AT_K("recallAtK"),
    AP_STANDARD_AT_K("apStandardAtK"),
    AP_LENIENT_AT_K("apLenientAtK"),
    MAP_FULL("mapFull"),
    NDCG_AT_K("ndcgAtK"),
    ACG_AT_K("acgAtK"),
    WEIGHTED_MAP("weightedMap"),
    LABEL_RECALL_AT_K("labelRecallAtK"),
    LABEL_PRECISION_AT_K("labelPrecisionAtK");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /** Name with its cut-off, as axes and tables carry it: "AP@20 standard". */
    public String at(int k) {
        return cutAt(Integer.toString(k));
    }

    /** Name where no cut-off is chosen yet: "AP@k standard". */
    public String title() {
        return cutAt("k");
    }

    private String cutAt(String k) {
        return switch (this) {
            case PRECISION_AT_K -> "P@" + k;
            case RECALL_AT_K -> "recall@" + k;
            case AP_STANDARD_AT_K -> "AP@" + k + " standard";
            case AP_LENIENT_AT_K -> "AP@" + k + " lenient";
            case MAP_FULL -> "mAP";
            case NDCG_AT_K -> "NDCG@" + k;
            case ACG_AT_K -> "ACG@" + k;
            case WEIGHTED_MAP -> "weighted mAP";
            case LABEL_RECALL_AT_K -> "label recall@" + k;
            case LABEL_PRECISION_AT_K -> "label precision@" + k;
        };
    }

    /** Name in JSON and CSV. */
    public String key() {
        return key;
    }
}
