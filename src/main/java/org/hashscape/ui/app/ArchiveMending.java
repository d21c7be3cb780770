package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.hashscape.model.Progress;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.RepairArchive;
import org.hashscape.workbench.job.JobRunner.Lane;

/** Looks for damage in archive files and repairs them, and says what came of it. */
final class ArchiveMending {

    /** Kinds of damage that a notice names; the command line names all. */
    private static final int MOST_NAMED = 3;

    private final Background background;
    private final ArchiveShelf shelf;

    ArchiveMending(Background background, ArchiveShelf shelf) {
        this.background = background;
        this.shelf = shelf;
    }

    /** Checks the open archive, if there is one. */
    void check() {
        shelf.archiveProperty().get().ifPresent(open -> check(open.archive().file()));
    }

    private void check(Path file) {
        background.run(
                Lane.LONG,
                "Checking " + file.getFileName(),
                progress -> RepairArchive.damage(file, progress),
                damage -> background.tell(
                        damage.isEmpty()
                                ? Notice.news("No damage was found in " + file + ".")
                                : Notice.problem(
                                        "The archive " + file + " is damaged: " + named(damage)
                                                + ". It is left as it is. Choose Tools > Repair archive… to save what is sound.")));
    }

    private static String named(List<String> damage) {
        String first = damage.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return damage.size() <= MOST_NAMED ? first : first + "; and " + (damage.size() - MOST_NAMED) + " more";
    }

    /** Makes a whole archive of a damaged one, beside it, and opens that. */
    void repair(Path damaged) {
        background.run(
                Lane.LONG, "Repairing " + damaged.getFileName(), progress -> repaired(damaged, progress), report -> {
                    shelf.open(report.archive());
                    int again = report.imported() + report.rendered() + report.described();
                    String made = TileText.count(again, "thing was", "things were") + " read from the originals again.";
                    background.tell(
                            report.notes().isEmpty()
                                    ? Notice.news("Repaired as " + report.archive() + "; " + made)
                                    : Notice.problem("Repaired as " + report.archive() + "; " + made + " "
                                            + String.join(" ", report.notes())));
                });
    }

    private static RepairArchive.Report repaired(Path damaged, Progress progress) throws IOException {
        return RepairArchive.run(damaged, RepairArchive.placeBeside(damaged), progress);
    }
}
