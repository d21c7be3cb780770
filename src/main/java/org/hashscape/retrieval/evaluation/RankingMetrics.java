package org.hashscape.retrieval.evaluation;

import java.util.Arrays;

/**
 * How good one ranking is, by each measure in use in remote-sensing retrieval. Pure functions of what a judge said
 * about the results, closest first: {@code relevant[i]} and {@code gains[i]} speak of rank i + 1. All give 0..1 but the
 * cumulative gains.
 *
 * <p>Cut-offs count ranks that were asked for: a ranking shorter than k is read as if it went on with irrelevant
 * results, so that returning little is not rewarded. Measures that divide by the relevant tiles of the archive need at least
 * one; a query without any is to be skipped, not scored.
 */
public final class RankingMetrics {

    private RankingMetrics() {}

    /** Relevant results among the first k, divided by k. */
    public static double precisionAt(boolean[] relevant, int k) {
        return (double) relevantWithin(relevant, k) / k;
    }

    /** Relevant results among the first k, divided by all relevant tiles of the archive. */
    public static double recallAt(boolean[] relevant, int k, int relevantInArchive) {
        return (double) relevantWithin(relevant, k) / requireRelevant(relevantInArchive);
    }

    /**
     * Average precision at k, standard: the precisions at the ranks of the relevant results among the first k, summed
     * and divided by what a perfect ranking would have there, min(k, relevant in the archive).
     */
    public static double averagePrecisionStandardAt(boolean[] relevant, int k, int relevantInArchive) {
        return precisionSum(relevant, k) / Math.min(k, requireRelevant(relevantInArchive));
    }

    /**
     * Average precision at k, lenient: the same sum divided by the relevant results found among the first k; 0 where
     * there is none. What the MHCLN code prints. One relevant result at rank 1 and nothing else scores 1: never compare
     * it with {@linkplain #averagePrecisionStandardAt the standard one}.
     */
    public static double averagePrecisionLenientAt(boolean[] relevant, int k) {
        int found = relevantWithin(relevant, k);
        return found == 0 ? 0 : precisionSum(relevant, k) / found;
    }

    /** Average precision over the full ranking; its mean over queries is mAP. */
    public static double averagePrecision(boolean[] relevant, int relevantInArchive) {
        return precisionSum(relevant, Math.max(1, relevant.length)) / requireRelevant(relevantInArchive);
    }

    /** Average cumulative gain: the gains (labels shared with the query) of the first k, divided by k. */
    public static double averageCumulativeGainAt(int[] gains, int k) {
        requireCutOff(k);
        double sum = 0;
        for (int i = 0; i < Math.min(k, gains.length); i++) {
            sum += gains[i];
        }
        return sum / k;
    }

    /**
     * Normalised discounted cumulative gain: sum over the first k of (2^gain - 1) / log2(rank + 1), divided by the same
     * for the best order of the archive. Järvelin and Kekäläinen, TOIS 2002, with the exponential gain of Burges et al.
     * 2005.
     *
     * @param archiveGains gain of every tile that could have been found, in any order; at least one above 0
     */
    public static double ndcgAt(int[] gains, int k, int[] archiveGains) {
        return ndcgAtWithCounts(gains, k, countsOf(archiveGains));
    }

    /** @param counts how many tiles that could have been found have a gain of 0, 1, ... */
    static double ndcgAtWithCounts(int[] gains, int k, int[] counts) {
        requireCutOff(k);
        int[] best =
                new int[(int) Math.min(k, Arrays.stream(counts).asLongStream().sum())];
        int left = 0;
        for (int i = 0, gain = counts.length; i < best.length; i++) {
            while (left == 0) {
                left = counts[--gain];
            }
            best[i] = gain;
            left--;
        }
        double ideal = discountedGain(best, k);
        if (!(ideal > 0)) {
            throw new IllegalArgumentException("No tile of the archive shares a label with the query: skip it");
        }
        return discountedGain(gains, k) / ideal;
    }

    /**
     * Weighted average precision over the full ranking: the average cumulative gains at the ranks of the results with
     * any gain, summed and divided by the tiles of the archive with any gain. Zhao et al., CVPR 2015.
     */
    public static double weightedAveragePrecision(int[] gains, int[] archiveGains) {
        return weightedAveragePrecisionWithCounts(gains, countsOf(archiveGains));
    }

    static double weightedAveragePrecisionWithCounts(int[] gains, int[] counts) {
        int able = 0;
        for (int gain = 1; gain < counts.length; gain++) {
            able += counts[gain];
        }
        double gained = 0;
        double sum = 0;
        for (int i = 0; i < gains.length; i++) {
            gained += gains[i];
            sum += gains[i] > 0 ? gained / (i + 1) : 0;
        }
        return sum / requireRelevant(able);
    }

    /** Label recall: the share of the query's labels that a result carries, averaged over the first k. */
    public static double labelRecallAt(int[] gains, int k, int queryLabels) {
        return averageCumulativeGainAt(gains, k) / requireRelevant(queryLabels);
    }

    /**
     * Label precision: the share of a result's labels that the query carries too, averaged over the first k.
     *
     * @param labelCounts how many labels each result has; a result with none counts 0
     */
    public static double labelPrecisionAt(int[] gains, int[] labelCounts, int k) {
        requireCutOff(k);
        double sum = 0;
        for (int i = 0; i < Math.min(k, gains.length); i++) {
            sum += gains[i] == 0 ? 0 : (double) gains[i] / labelCounts[i];
        }
        return sum / k;
    }

    /**
     * Interpolated precision at recalls: at each the best precision reached at that recall or beyond it, 0 where no rank
     * reaches it. Manning, Raghavan and Schütze, <i>Introduction to Information Retrieval</i>, section 8.4.
     *
     * @param recalls ascending, 0..1
     */
    public static double[] precisionAtRecalls(boolean[] relevant, int relevantInArchive, double[] recalls) {
        int[] ranks = new int[requireRelevant(relevantInArchive)];
        int found = 0;
        for (int i = 0; i < relevant.length && found < ranks.length; i++) {
            if (relevant[i]) {
                ranks[found++] = i + 1;
            }
        }
        double[] precisions = new double[recalls.length];
        double best = 0;
        for (int at = recalls.length - 1; at >= 0; at--) {
            while (found > 0 && found >= recalls[at] * ranks.length - 1e-9) {
                best = Math.max(best, (double) found / ranks[found - 1]);
                found--;
            }
            precisions[at] = best;
        }
        return precisions;
    }

    private static int[] countsOf(int[] gains) {
        int[] counts = new int[Arrays.stream(gains).max().orElse(0) + 1];
        for (int gain : gains) {
            counts[gain]++;
        }
        return counts;
    }

    private static int relevantWithin(boolean[] relevant, int k) {
        requireCutOff(k);
        int found = 0;
        for (int i = 0; i < Math.min(k, relevant.length); i++) {
            found += relevant[i] ? 1 : 0;
        }
        return found;
    }

    private static double precisionSum(boolean[] relevant, int k) {
        requireCutOff(k);
        int found = 0;
        double sum = 0;
        for (int i = 0; i < Math.min(k, relevant.length); i++) {
            if (relevant[i]) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return sum;
    }

    private static double discountedGain(int[] gains, int k) {
        double sum = 0;
        for (int i = 0; i < Math.min(k, gains.length); i++) {
            sum += (StrictMath.pow(2, gains[i]) - 1) * StrictMath.log(2) / StrictMath.log(i + 2);
        }
        return sum;
    }

    private static int requireCutOff(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("A cut-off is at least 1, not " + k);
        }
        return k;
    }

    private static int requireRelevant(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The archive holds nothing relevant to the query: skip it");
        }
        return count;
    }
}
