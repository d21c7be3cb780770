package org.hashscape.workbench.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What answers and comparisons can be saved as; the ending of a file's name chooses. */
public enum ExportFormat {
    HTML(".html", "Web page"),
    PDF(".pdf", "PDF"),
    PNG(".png", "Contact sheet"),
    CSV(".csv", "Table"),
    JSON(".json", "JSON"),
    GEOJSON(".geojson", "Footprints, GeoJSON"),
    ZIP(".zip", "Tiles themselves, with a manifest");

    private final String ending;
    private final String title;

    ExportFormat(String ending, String title) {
        this.ending = ending;
        this.title = title;
    }

    /** With its dot. */
    public String ending() {
        return ending;
    }

    /** For a menu of formats. */
    public String title() {
        return title;
    }

    /** The format that a file's name asks for; empty where its ending is none of ours. */
    public static Optional<ExportFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst();
    }

    /** @throws IllegalArgumentException where the name has another ending, with those that there are */
    public static ExportFormat required(Path file) {
        return of(file).orElseThrow(() -> new IllegalArgumentException(
                "Files to take away end in " + endings() + ", so '" + file.getFileName() + "' cannot be made"));
    }

    /** ".html, .pdf, ... or .zip". */
    public static String endings() {
        List<String> all = Arrays.stream(values()).map(ExportFormat::ending).toList();
        return all.stream().limit(all.size() - 1L).collect(Collectors.joining(", ")) + " or " + all.get(all.size() - 1);
    }
}
