package org.hashscape.workbench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.Labels;
import org.hashscape.model.Ranking;
import org.hashscape.model.Tile;

/**
 * The answer to one query.
 *
 * @param request what was asked
 * @param queryTile the archive tile asked about, where it was one
 * @param queryLabels its labels; empty for outside images
 * @param ranking the results
 * @param tiles the tile of each hit, in the ranking's order
 * @param hammingDistances differing bits of each hit, in the ranking's order; empty for search on floats. With
 *     re-ranking or a table look-up the hits are ordered by descriptor distance, so these need not ascend
 * @param bits bits of the codes actually compared; 0 for search on floats
 * @param candidates rows that were looked at to find the results
 * @param archiveSize rows that could have been found
 * @param relevantInArchive how many of them are relevant to the query (0 where labels do not tell)
 * @param distanceHistogram rows of the archive at each Hamming distance 0..bits; empty for search on floats
 * @param stepTimes time of each step, in order: "describe", "hash", "look up", "re-rank"
 * @param note something the user should know ("Bucket empty: radius widened to 2"), if anything
 */
public record QueryAnswer(
        QueryRequest request,
        Optional<Tile> queryTile,
        Labels queryLabels,
        Ranking ranking,
        List<Tile> tiles,
        List<Integer> hammingDistances,
        int bits,
        int candidates,
        int archiveSize,
        int relevantInArchive,
        List<Integer> distanceHistogram,
        Map<String, Duration> stepTimes,
        Optional<String> note) {

    /** Whether labels tell relevance here: the query has some. */
    public boolean judged() {
        return !queryLabels.isEmpty();
    }

    /** Whether the hit at a position (from 0) shares a label with the query. */
    public boolean relevantAt(int position) {
        return queryLabels.sharesAnyWith(tiles.get(position).labels());
    }

    /** Share of relevant tiles among the first k results, 0..1; where there are fewer, the missing count as wrong. */
    public double precisionAt(int k) {
        int relevant = 0;
        for (int position = 0; position < Math.min(k, tiles.size()); position++) {
            relevant += relevantAt(position) ? 1 : 0;
        }
        return (double) relevant / k;
    }

    /** All steps together. */
    public Duration totalTime() {
        return stepTimes.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
