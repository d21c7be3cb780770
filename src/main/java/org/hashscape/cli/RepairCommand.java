package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.workbench.RepairArchive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape repair}. */
@Command(
        name = "repair",
        description = "Saves what is sound in a damaged archive into a new one, and makes lost tiles, thumbnails and"
                + " descriptors again from the originals. The damaged file is only read.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RepairCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Damaged archive.")
    private Path archiveFile;

    @Option(
            names = "--to",
            paramLabel = "B.hsa",
            description = "Archive to write; A-repaired.hsa beside the damaged one unless told.")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        Path place = Optional.ofNullable(to).orElseGet(() -> RepairArchive.placeBeside(archiveFile));
        RepairArchive.Report report = RepairArchive.run(archiveFile, place, console.progress());
        if (console.isJson()) {
            console.print(json(report));
        } else {
            report.savedInWords().forEach(line -> console.say("%s", line));
            console.say(
                    "From the originals: %,d tiles, %,d thumbnails, %,d vectors",
                    report.imported(), report.rendered(), report.described());
            report.notes().forEach(note -> console.say("%s", note));
            console.say("%s is ready; %s is as it was", report.archive(), archiveFile);
        }
        return 0;
    }

    private ObjectNode json(RepairArchive.Report report) {
        ObjectNode document = console.object().put("archive", report.archive().toString());
        ArrayNode saved = document.putArray("saved");
        report.saved()
                .forEach(kind -> saved.addObject()
                        .put("kind", kind.kind())
                        .put("kept", kind.kept())
                        .put("lost", kind.lost())
                        .put("bound", kind.howSure())
                        .put("whole", kind.whole()));
        document.put("imported", report.imported())
                .put("rendered", report.rendered())
                .put("described", report.described());
        report.notes().forEach(document.putArray("notes")::add);
        return document;
    }
}
