package org.hashscape.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Backbones;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hashscape backbone remove}. */
@Command(
        name = "remove",
        description = "Deletes an imported network. Archives keep what it described.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BackboneRemoveCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "ID", description = "Name of the network.")
    private String id;

    @Override
    public Integer call() throws IOException {
        new Backbones().remove(id);
        if (console.isJson()) {
            console.print(console.object().put("removed", id));
        } else {
            console.say("%s was removed", id);
        }
        return 0;
    }
}
