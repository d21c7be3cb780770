package org.hashscape.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.filter.TileFilter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What results must be like. */
@SuppressWarnings("NullAway.Init")
final class FilterOptions {

    @Option(names = "--label", split = ",", paramLabel = "L,..", description = "Only tiles with all of these labels.")
    private List<String> all = List.of();

    @Option(
            names = "--any-label",
            split = ",",
            paramLabel = "L,..",
            description = "Only tiles with at least one of these labels.")
    private List<String> any = List.of();

    @Option(
            names = "--no-label",
            split = ",",
            paramLabel = "L,..",
            description = "Only tiles with none of these labels.")
    private List<String> none = List.of();

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "Only tiles acquired on this day or later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "Only tiles acquired on this day or before.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description =
                    "Only tiles that lie in this rectangle, at least in part; degrees. W greater than E crosses the"
                            + " date line.")
    private Optional<String> box = Optional.empty();

    @Option(
            names = "--polygon",
            paramLabel = "'X,Y X,Y ..'",
            description = "Only tiles that lie in this polygon, at least in part; longitude,latitude of each corner.")
    private Optional<String> polygon = Optional.empty();

    @Option(names = "--text", paramLabel = "T", description = "Only tiles whose key or labels contain this.")
    private String text = "";

    /** @throws ParameterException where they cannot be */
    void requireSensible(CommandSpec command) {
        MethodOptions.require(
                command,
                box.isEmpty() || polygon.isEmpty(),
                "--bbox and --polygon are two ways to name one place; leave one of them out");
        try {
            filter();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    TileFilter filter() {
        Optional<Region> region = box.map(Region::parseBox).or(() -> polygon.map(Region::parsePolygon));
        return TileFilter.NONE
                .withAll(all)
                .withAny(any)
                .withNone(none)
                .between(from, to)
                .in(region)
                .mentioning(text);
    }

    /** @throws IllegalArgumentException where a label is not one of the archive's: a slip of the pen finds nothing */
    TileFilter filter(TileCatalogue catalogue) {
        SortedMap<String, Integer> known = catalogue.labelCounts();
        for (List<String> labels : List.of(all, any, none)) {
            for (String label : labels) {
                if (!known.containsKey(label)) {
                    throw new IllegalArgumentException("No tile carries the label '" + label
                            + "'. 'hashscape info' lists the labels of an archive.");
                }
            }
        }
        return filter();
    }
}
