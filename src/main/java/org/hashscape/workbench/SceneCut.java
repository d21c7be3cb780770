package org.hashscape.workbench;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashscape.model.SceneGrid;

/** How an archive's scenes are cut: one way per archive, since tiles of two grids show the same ground twice. */
final class SceneCut {

    static final String FACT = "scene-grid";
    private static final Pattern WINDOW = Pattern.compile("^(.+)\\[\\d+,\\d+,\\d+,\\d+\\]$");

    private final Archive archive;

    SceneCut(Archive archive) {
        this.archive = archive;
    }

    /** @throws IOException where the archive's scenes are cut otherwise than asked */
    SceneGrid agreed(Optional<SceneGrid> asked) throws IOException {
        Optional<SceneGrid> known = archive.store().fact(FACT).map(SceneGrid::parse);
        boolean differs = known.isPresent() && asked.isPresent() && !known.equals(asked);
        if (differs && archive.store().tiles().count() > 0) {
            throw new IOException("The scenes of this archive are cut into tiles of "
                    + known.get().size()
                    + " pixels, " + known.get().stride() + " apart, at most "
                    + Math.round(100 * known.get().mostEmpty())
                    + " % of them empty. Import with the same, or into an archive of its own.");
        }
        return asked.or(() -> known).orElse(SceneGrid.USUAL);
    }

    /** The file of a key: what stands before the window, where it names one. */
    static String fileOf(String key) {
        Matcher window = WINDOW.matcher(key);
        return window.matches() ? window.group(1) : key;
    }
}
