package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.TrainBackbone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape backbone train}. */
@Command(
        name = "train",
        description = {
            "Trains a compact network (Inception blocks, 3.4 million weights, 7 MB) to describe tiles.",
            "",
            "It learns two things at once: to give the features of larger networks, its teachers, and to tell the"
                    + " classes of labelled tiles apart. Of every folder, the training tiles of the protocols of"
                    + " 'evaluate' with the same seed are used (60 %% of every class); test tiles are never read.",
            "",
            "A work folder keeps what was done: after Ctrl-C the same command goes on from there. With --finish it"
                    + " makes a network of what there is.",
            "",
            "Beside the network it leaves fingerprints of the tiles that it was trained on, by which 'evaluate' sees"
                    + " when it would ask about them."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BackboneTrainCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(arity = "0..*", paramLabel = "FOLDER", description = "Labelled tiles, one folder per class.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--teacher",
            required = true,
            paramLabel = "MODEL",
            description =
                    "Network to learn from (frozen graph, SavedModel or .zip of one); may be given several times.")
    private List<Path> teachers;

    @Option(
            names = "--scenes",
            defaultValue = "60",
            paramLabel = "N",
            description = "Generated scenes per class, of other seeds than the sample archive's. Default: 60.")
    private int scenes;

    @Option(
            names = "--views",
            defaultValue = "10000",
            paramLabel = "N",
            description = {
                "Views that the teachers describe per folder: tiles, and random parts of them,",
                "at least one and at most eight per tile. Default: 10000."
            })
    private int views;

    @Option(names = "--id", required = true, paramLabel = "NAME", description = "The finished descriptor's name.")
    private String id;

    @Option(
            names = "--orientations",
            defaultValue = "1",
            paramLabel = "1|4|8",
            description = "Orientations over which the finished network's features are averaged. Default: 1.")
    private int orientations;

    @Option(names = "--output", required = true, paramLabel = "FOLDER", description = "Gets a folder named NAME.")
    private Path output;

    @Option(names = "--work", required = true, paramLabel = "FOLDER", description = "Keeps what a later run needs.")
    private Path work;

    @Option(
            names = "--size",
            defaultValue = "112",
            paramLabel = "PIXELS",
            description = "Side of the network's square input, a multiple of 16. Default: 112.")
    private int size;

    @Option(
            names = "--trained-at",
            defaultValue = "0",
            paramLabel = "PIXELS",
            description = {
                "Side of the squares that it is trained on, a multiple of 16; smaller ones take less time.",
                "Default: 0, as --size."
            })
    private int trainedAt;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = {
                "Begin with the weights of a network that this command made earlier (its folder or file),",
                "at half the learning rate."
            })
    private @Nullable Path from;

    @Option(
            names = "--width",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "Multiplies the channels of every layer, up to 2. Default: 1.")
    private double width;

    @Option(names = "--features", defaultValue = "384", paramLabel = "D", description = "Features. Default: 384.")
    private int dimension;

    @Option(names = "--batch", defaultValue = "64", paramLabel = "N", description = "Views per step. Default: 64.")
    private int batch;

    @Option(
            names = "--steps",
            defaultValue = "6000",
            paramLabel = "N",
            description = "Steps; the learning rate falls to nothing at the last one. Default: 6000.")
    private int steps;

    @Option(
            names = "--minutes",
            defaultValue = "0",
            paramLabel = "M",
            description = {
                "Minutes of training at most, teachers' time not counted: the learning rate falls to nothing in that",
                "time. The result then depends on the machine's speed. Default: 0, no limit."
            })
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of everything. Default: 1.")
    private long seed;

    @Option(names = "--finish", description = "Make the network of the last checkpoint, without further training.")
    private boolean finish;

    @Option(
            names = "--fingerprints-only",
            description = {
                "Train nothing: write anew, beside the network that is there, what it was trained on.",
                "With the folders and the seed that it was trained with."
            })
    private boolean fingerprintsOnly;

    @Override
    public Integer call() throws IOException {
        TrainBackbone.Request request = new TrainBackbone.Request(
                folders,
                teachers,
                scenes,
                views,
                id,
                orientations,
                output,
                work,
                size,
                trainedAt,
                width,
                dimension,
                batch,
                steps,
                minutes,
                seed,
                Optional.ofNullable(from),
                finish);
        TrainBackbone training = new TrainBackbone(request);
        Backbones.Entry entry =
                fingerprintsOnly ? training.noteTraining(console.progress()) : training.run(console.progress());
        if (console.isJson()) {
            console.print(BackboneCommand.json(console, entry));
        } else {
            BackboneCommand.say(console, entry);
        }
        return 0;
    }
}
