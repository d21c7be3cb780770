package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Backbones;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape backbone}. */
@Command(
        name = "backbone",
        description = "Networks whose features describe tiles.",
        subcommands = {
            BackboneCommand.Import.class,
            BackboneCommand.Listing.class,
            BackboneCatalogueCommand.class,
            BackboneDownloadCommand.class,
            BackboneRemoveCommand.class,
            BackboneTrainCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class BackboneCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: import, list, catalogue, download, remove or train");
    }

    static ObjectNode json(Console console, Backbones.Entry entry) {
        return console.object()
                .put("id", entry.id())
                .put("input", entry.input())
                .put("output", entry.output())
                .put("size", entry.size())
                .put("range", entry.range())
                .put("views", entry.views())
                .put("dimension", entry.dimension())
                .put("sha256", entry.sha256());
    }

    static void say(Console console, Backbones.Entry entry) {
        console.say(
                "%s: %,d features, images %dx%d in %s, %d views, %s -> %s, SHA-256 %s",
                entry.id(),
                entry.dimension(),
                entry.size(),
                entry.size(),
                entry.range(),
                entry.views(),
                entry.input(),
                entry.output(),
                entry.sha256());
    }

    /** {@code hashscape backbone import}. */
    @Command(
            name = "import",
            description = "Adds a TensorFlow model as a descriptor. What is not said about it is detected.",
            mixinStandardHelpOptions = true)
    @SuppressWarnings("NullAway.Init")
    static final class Import implements Callable<Integer> {

        @Mixin
        private Console console;

        @Parameters(
                index = "0",
                paramLabel = "MODEL",
                description = "Folder of a SavedModel, frozen graph (.pb), or a .zip or .tar.gz of one of them.")
        private Path model;

        @Option(names = "--id", required = true, paramLabel = "NAME", description = "The descriptor's name.")
        private String id;

        @Option(names = "--input", paramLabel = "TENSOR", description = "Takes images: [N, size, size, 3] floats.")
        private Optional<String> input;

        @Option(names = "--output", paramLabel = "TENSOR", description = "Gives features: [N, d] or [N, h, w, d].")
        private Optional<String> output;

        @Option(names = "--size", paramLabel = "PIXELS", description = "Side of the square images.")
        private Optional<Integer> size;

        @Option(
                names = "--range",
                paramLabel = "RANGE",
                description = "What the network expects for the values of pixels: 0..255, 0..1 or -1..1.")
        private Optional<String> range;

        @Option(
                names = "--views",
                defaultValue = "1",
                paramLabel = "1|4|8",
                description = {
                    "Orientations of a tile over which features are averaged: 4 rotations, or 8 with their mirror",
                    "images. Finds more, and takes 4 or 8 times as long to describe a tile or an outside image. Labelled",
                    "tiles keep each orientation for deep to train on, 2 bytes a number: 20 kB a tile for 8 views of",
                    "1,280 numbers. Codes and searches stay as large and as fast. Default: 1."
                })
        private int views;

        @Override
        public Integer call() throws IOException {
            Backbones.Entry entry = new Backbones()
                    .importModel(
                            model, new Backbones.Wishes(id, input, output, size, range, views), console.progress());
            if (console.isJson()) {
                console.print(json(console, entry));
            } else {
                say(console, entry);
            }
            return 0;
        }
    }

    /** {@code hashscape backbone list}. */
    @Command(
            name = "list",
            description = "Names the built-in and the imported networks.",
            mixinStandardHelpOptions = true)
    @SuppressWarnings("NullAway.Init")
    static final class Listing implements Callable<Integer> {

        @Mixin
        private Console console;

        @Override
        public Integer call() {
            List<Backbones.Entry> builtIn = new Backbones().builtIn();
            List<Backbones.Entry> entries = new Backbones().list();
            if (console.isJson()) {
                ArrayNode list = console.object().arrayNode();
                builtIn.forEach(entry -> list.add(json(console, entry).put("builtIn", true)));
                entries.forEach(entry -> list.add(json(console, entry).put("builtIn", false)));
                console.print(list);
                return 0;
            }
            if (!builtIn.isEmpty()) {
                console.say("Built in:");
                builtIn.forEach(entry -> say(console, entry));
            }
            if (entries.isEmpty()) {
                console.say("No network is imported yet. Add one: hashscape backbone import <model> --id NAME");
            } else {
                console.say("Imported:");
                entries.forEach(entry -> say(console, entry));
            }
            return 0;
        }
    }
}
