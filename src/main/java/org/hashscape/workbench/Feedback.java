package org.hashscape.workbench;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hashscape.model.Mark;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;

/**
 * Results of a query that a user marked. The query itself always counts as right and need not be listed.
 *
 * @param right in ascending id, none twice
 * @param wrong in ascending id, none twice, none that is right too
 */
public record Feedback(List<TileId> right, List<TileId> wrong) {

    /** Nothing is marked. */
    public static final Feedback NONE = new Feedback(List.of(), List.of());

    public Feedback {
        right = List.copyOf(new TreeSet<>(right));
        wrong = List.copyOf(new TreeSet<>(wrong));
        for (TileId tile : wrong) {
            if (right.contains(tile)) {
                throw new IllegalArgumentException("Tile " + tile + " cannot be right and wrong at once");
            }
        }
    }

    public static Feedback of(Collection<Mark> marks) {
        return new Feedback(tiles(marks, Verdict.RIGHT), tiles(marks, Verdict.WRONG));
    }

    public boolean isEmpty() {
        return right.isEmpty() && wrong.isEmpty();
    }

    private static List<TileId> tiles(Collection<Mark> marks, Verdict verdict) {
        return marks.stream()
                .filter(mark -> mark.verdict() == verdict)
                .map(Mark::tile)
                .toList();
    }
}
