package org.hashscape.archive.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashscape.model.Labels;

/**
 * The labels of one tile in one cell of a manifest, separated by {@code ;}. A backslash before {@code ;}, before a blank or
 * before another backslash takes it as part of the label; before anything else it stands for itself. Blanks around a label
 * do not count.
 */
public final class ManifestLabels {

    private ManifestLabels() {}

    public static Labels read(String cell) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int end = 0; // of what must be kept, blanks or not
        for (int i = 0; i < cell.length(); i++) {
            char next = cell.charAt(i);
            boolean escapes = next == '\\' && i + 1 < cell.length() && isSpecial(cell.charAt(i + 1));
            if (escapes) {
                name.append(cell.charAt(++i));
                end = name.length();
            } else if (next == ';') {
                add(name, end, names);
                end = 0;
            } else if (!Character.isWhitespace(next)) {
                name.append(next);
                end = name.length();
            } else if (!name.isEmpty()) {
                name.append(next);
            }
        }
        add(name, end, names);
        return Labels.of(names);
    }

    private static void add(StringBuilder name, int end, List<String> names) {
        String kept = name.substring(0, end);
        if (!kept.isBlank()) {
            names.add(kept);
        }
        name.setLength(0);
    }

    private static boolean isSpecial(char next) {
        return next == ';' || next == '\\' || Character.isWhitespace(next);
    }

    /** What {@link #read} reads as the same labels. */
    public static String write(Labels labels) {
        return labels.names().stream().map(ManifestLabels::escaped).collect(Collectors.joining(";"));
    }

    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            boolean outer = i == 0 || i == name.length() - 1;
            boolean blankInside = Character.isWhitespace(next) && !outer;
            boolean leading =
                    name.substring(0, i).isBlank() || name.substring(i).isBlank();
            boolean plainBackslash = next == '\\' && !outer && !isSpecial(name.charAt(i + 1));
            if (isSpecial(next) && !(blankInside && !leading) && !plainBackslash) {
                text.append('\\');
            }
            text.append(next);
        }
        return text.toString();
    }
}
