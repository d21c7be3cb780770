package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Tile;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.workbench.QueryRequest.Lookup;

/** Answers where a tile has a code for each primitive that its regions show. */
final class MultiCodedSearch {

    /** Pixels of the shorter side below which textures say little. */
    private static final int SMALL = 32;

    private static final int SHOWN_BANDS = 3;

    private static final String NO_PRIMITIVE =
            "No region of this tile shows a primitive clearly (posterior above 0.5): ranked by descriptor";
    private static final String IN_FULL = "Multi-codes know no other look-up: all were ranked by their codes";
    private static final String NO_MARKS =
            "Marked results refine a tile's one descriptor; its multi-codes stay as they are";

    private final AskedQuery query;
    private final MultiCodedTiles coded;
    private final DescriptorSearch descriptors;
    private final RankedAnswer ranked;

    MultiCodedSearch(AskedQuery query, MultiCodedTiles coded) {
        this.query = query;
        this.coded = coded;
        this.descriptors = new DescriptorSearch(query);
        this.ranked = new RankedAnswer(query);
    }

    /** By all codes; a query that shows no primitive is ranked by descriptor instead, and the answer says so. */
    QueryAnswer answer() throws IOException {
        MultiCode code = code();
        if (code.presence() == 0) {
            Neighbours found = descriptors.nearest(DescriptorDistance.COSINE);
            return ranked.of(
                    found, DescriptorDistance.COSINE, found.candidates(), CodesOfHits.NONE, note(NO_PRIMITIVE));
        }
        Neighbours nearest = coded.index().search(code, descriptors.wanted(), query.among(), query.ownRow());
        query.clock().done("look up");
        return descriptors.answer(
                nearest,
                coded.index().distance().most(code),
                found -> CodesOfHits.of(query, coded, code, found),
                note(notFollowed()));
    }

    /** The tiles that show one primitive of the query, by its code alone. */
    QueryAnswer byPrimitive(int primitive) throws IOException {
        MultiCode code = code();
        Neighbours found =
                coded.index().searchShowing(code, primitive, query.request().k(), query.among(), query.ownRow());
        query.clock().done("look up");
        return ranked.of(
                found,
                code.bits(),
                CodesOfHits.ofPrimitive(code, found),
                Optional.of("Only tiles that show primitive " + (primitive + 1) + ", by its code alone"));
    }

    /** Regions of pixels that are read for this query. */
    RegionTiles.Cut cut() throws IOException {
        return coded.regions().cut(query.pixels());
    }

    private MultiCode code() throws IOException {
        MultiCode code = query.ownRow() >= 0 ? coded.codes().get(query.ownRow()) : cut().encode(coded.function());
        query.clock().done("hash");
        return code;
    }

    /** What was asked for and makes no difference to multi-codes; blank where there is nothing. */
    private String notFollowed() {
        if (!query.request().feedback().isEmpty()) {
            return NO_MARKS;
        }
        return query.request().lookup() instanceof Lookup.FullRanking ? "" : IN_FULL;
    }

    private Optional<String> note(String first) {
        List<String> notes = new ArrayList<>();
        if (!first.isBlank()) {
            notes.add(first);
        }
        notes.addAll(oddities());
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", notes));
    }

    /** What makes the regions of a tile of the archive less telling than those of others. */
    private List<String> oddities() {
        List<String> oddities = new ArrayList<>();
        if (query.ownRow() < 0 || query.tile().isEmpty()) {
            return oddities;
        }
        Tile tile = query.tile().get();
        if (coded.regions().of(tile.id()).sizes().length == 1) {
            oddities.add("This tile is one region throughout: one code stands for all of it");
        }
        if (Math.min(tile.width(), tile.height()) < SMALL) {
            oddities.add("This tile has only " + tile.width() + "x" + tile.height()
                    + " pixels: textures of its regions say little");
        }
        if (tile.bands() > SHOWN_BANDS) {
            oddities.add(
                    "Regions are cut and measured in the " + SHOWN_BANDS + " bands that are shown, of " + tile.bands());
        }
        return oddities;
    }
}
