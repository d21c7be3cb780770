package org.hashscape.workbench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.CountText;
import org.hashscape.model.Labels;
import org.hashscape.model.Ranking;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryRequest.Lookup;

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
 * @param undescribed further tiles of the archive, which no search finds: they could not be described
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
        int undescribed,
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

    /**
     * Whether the method has learned from labels of this archive, those that judge the answer among them. Its precision is
     * then that of tiles seen in training, and says little of others.
     */
    public boolean judgedByTrainingLabels() {
        return judged() && SearchArchive.learnsFromLabels(request.method());
    }

    /** What is to stand behind its precision: ", on labels it has learned from", or nothing. */
    public String precisionCaveat() {
        return judgedByTrainingLabels() ? ", on labels it has learned from" : "";
    }

    /**
     * Tiles whose codes are as far from the query as that of the last result, and that are no results: only the
     * archive's order tells them from it. 0 where results are in another order than that of codes.
     */
    public int tiedWithLast() {
        boolean byCodes = request.lookup() instanceof Lookup.FullRanking
                && !request.rerank()
                && !SearchArchive.isMultiCode(request.method());
        if (!byCodes || distanceHistogram.isEmpty() || hammingDistances.isEmpty()) {
            return 0;
        }
        int last = hammingDistances.get(hammingDistances.size() - 1);
        int asClose = distanceHistogram.subList(0, last + 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return asClose - hammingDistances.size();
    }

    /** All that the user should know to read the answer rightly, the note first, as sentences without full stop. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        note.ifPresent(remarks::add);
        if (undescribed > 0) {
            remarks.add(CountText.of(
                    undescribed,
                    "tile is in no answer: it could not be described",
                    "tiles are in no answer: they could not be described"));
        }
        int tied = tiedWithLast();
        if (tied > 0) {
            remarks.add(CountText.of(
                    tied, "more tile is as close as the last result", "more tiles are as close as the last result"));
        }
        if (judgedByTrainingLabels()) {
            remarks.add(request.method()
                    + " has learned from these labels: this precision says little of new tiles, an evaluation tells");
        }
        return List.copyOf(remarks);
    }

    /** All steps together. */
    public Duration totalTime() {
        return stepTimes.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
