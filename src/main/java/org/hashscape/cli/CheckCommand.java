package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashscape.model.ShellWord;
import org.hashscape.workbench.RepairArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hashscape check}. */
@Command(
        name = "check",
        description =
                "Looks for damage in an archive: its length, its pages and every checksum. Writes nothing; exit code 1"
                        + " says that there is some.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Override
    public Integer call() throws IOException {
        List<String> damage = RepairArchive.damage(archiveFile, console.progress());
        if (console.isJson()) {
            ObjectNode document =
                    console.object().put("archive", archiveFile.toString()).put("sound", damage.isEmpty());
            damage.forEach(document.putArray("damage")::add);
            console.print(document);
        } else if (damage.isEmpty()) {
            console.say("%s is sound", archiveFile);
        } else {
            damage.forEach(what -> console.say("damaged: %s", what));
            console.say("Nothing was changed. To save what is sound: hashscape repair %s", ShellWord.of(archiveFile));
        }
        return damage.isEmpty() ? 0 : 1;
    }
}
