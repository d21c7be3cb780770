package org.hashscape.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.workbench.Feedback;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.TileCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A whole question on the command line. */
@SuppressWarnings("NullAway.Init")
final class QueryOptions {

    /** What is looked for: one of the two. */
    static final class Source {

        @Option(names = "--tile", paramLabel = "KEY", description = "Key (path below the root) of an archive tile.")
        @Nullable
        String tile;

        @Option(names = "--image", paramLabel = "FILE", description = "An image file from anywhere.")
        @Nullable
        Path image;
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private MethodOptions options;

    @Mixin
    private FilterOptions filter;

    @Option(
            names = "--crop",
            split = ",",
            paramLabel = "x,y,w,h",
            description = "Only this rectangle of it, in pixels.")
    private int @Nullable [] crop;

    @Option(names = "-k", defaultValue = "20", paramLabel = "K", description = "How many results. Default: 20.")
    private int k;

    @Option(
            names = "--lookup",
            defaultValue = "ranking",
            paramLabel = "ranking|table",
            description = "Rank all codes, or look into hash buckets. Default: ranking.")
    private LookupKind lookup;

    @Option(
            names = "--radius",
            defaultValue = "0",
            paramLabel = "R",
            description = "Bucket radius, 0 to 4 bits. Default: 0.")
    private int radius;

    @Option(names = "--rerank", description = "Order candidates by their descriptors.")
    private boolean rerank;

    @Option(
            names = "--right",
            split = ",",
            paramLabel = "KEY,..",
            description = "Results that are what is looked for: the query moves towards them.")
    private List<String> right = List.of();

    @Option(
            names = "--wrong",
            split = ",",
            paramLabel = "KEY,..",
            description = "Results that are not: the query moves away from them.")
    private List<String> wrong = List.of();

    @Option(
            names = "--asymmetric",
            description = {
                "Compare the query's values before they become bits with the codes (deep, deep-early, deep-mhcln); a scan",
                "looks up each byte of a code instead of counting the bits of a word."
            })
    private boolean asymmetric;

    /** How candidates are found. */
    enum LookupKind {
        RANKING,
        TABLE
    }

    /** @throws picocli.CommandLine.ParameterException where a number or a name makes no sense; call before anything is opened */
    void requireSensible() {
        options.requireKnown(command);
        filter.requireSensible(command);
        MethodOptions.require(command, k >= 1, "-k takes at least 1, not " + k);
        MethodOptions.require(command, radius >= 0 && radius <= 4, "--radius takes 0 to 4 bits, not " + radius);
        boolean part = crop == null || crop.length == 4 && crop[0] >= 0 && crop[1] >= 0 && crop[2] > 0 && crop[3] > 0;
        MethodOptions.require(
                command,
                !asymmetric || lookup == LookupKind.RANKING,
                "--asymmetric ranks all codes; leave out --lookup table");
        MethodOptions.require(command, part, "--crop takes x,y,width,height: four numbers inside the image");
    }

    /** @throws IllegalArgumentException where the tile is not in the archive */
    QueryRequest request(TileCatalogue catalogue) {
        Lookup ranking = asymmetric ? new Lookup.Asymmetric() : new Lookup.FullRanking();
        Lookup found = lookup == LookupKind.TABLE ? new Lookup.Table(radius) : ranking;
        Feedback marks = new Feedback(tiles(right, catalogue), tiles(wrong, catalogue));
        return new QueryRequest(
                source(catalogue),
                options.method,
                options.descriptor(),
                options.bits,
                options.seed,
                k,
                found,
                rerank,
                marks,
                filter.filter(catalogue));
    }

    private static List<TileId> tiles(List<String> keys, TileCatalogue catalogue) {
        return keys.stream().map(key -> tile(key, catalogue).id()).toList();
    }

    private static Tile tile(String key, TileCatalogue catalogue) {
        return catalogue
                .byKey(key)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "There is no tile '" + key
                                        + "' in the archive. Keys are paths below the archive's root folder, as 'forest/forest_001.png'."));
    }

    private QuerySource source(TileCatalogue catalogue) {
        Optional<QuerySource.Rectangle> part = rectangle();
        if (source.image != null) {
            return new QuerySource.ImageFile(source.image, part);
        }
        String key = source.tile == null ? "" : source.tile;
        Tile tile = tile(key, catalogue);
        return part.isPresent()
                ? new QuerySource.TilePart(tile.id(), part.get())
                : new QuerySource.ArchiveTile(tile.id());
    }

    private Optional<QuerySource.Rectangle> rectangle() {
        if (crop == null) {
            return Optional.empty();
        }
        return Optional.of(new QuerySource.Rectangle(crop[0], crop[1], crop[2], crop[3]));
    }
}
