package org.hashscape.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.hashscape.workbench.Backbones;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape backbone download}. */
@Command(
        name = "download",
        description = {
            "Fetches a network of the catalogue, checks length and SHA-256, and imports it.",
            "The only command that opens a connection. Stopped with Ctrl+C, it goes on there the next time."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BackboneDownloadCommand implements Callable<Integer> {

    private final Supplier<Backbones> backbones;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "ID", description = "Name in the catalogue: hashscape backbone catalogue.")
    private String id;

    @Option(
            names = "--views",
            defaultValue = "1",
            paramLabel = "1|4|8",
            description = "Orientations of a tile over which features are averaged. Default: 1.")
    private int views;

    BackboneDownloadCommand() {
        this(Backbones::new);
    }

    BackboneDownloadCommand(Supplier<Backbones> backbones) {
        this.backbones = backbones;
    }

    @Override
    public Integer call() throws IOException {
        Backbones.Entry entry = backbones.get().download(id, views, console.progress());
        if (console.isJson()) {
            console.print(BackboneCommand.json(console, entry));
        } else {
            BackboneCommand.say(console, entry);
        }
        return 0;
    }
}
