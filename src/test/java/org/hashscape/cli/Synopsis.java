package org.hashscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a line such as {@code query A (--tile KEY | --image FILE) [--lookup ranking|table]} stands for: the shortest
 * command, then one for every alternative and every option that may be left out, each on its own. So an option need not
 * go together with every other one, but each is tried.
 *
 * <pre>
 * alternatives = sequence { " | " sequence }
 * sequence     = { text | "[" alternatives "]" | "(" alternatives ")" | "'" text "'" }
 * </pre>
 *
 * Inside a word, {@code a|b} are alternatives too; {@code FILE.html|.pdf} are endings of one name, {@code |...} says that
 * there are more.
 */
final class Synopsis {

    private final String text;
    private int at;

    private Synopsis(String text) {
        this.text = text;
    }

    /** The commands that a synopsis stands for; the first is the shortest. A plain command stands for itself. */
    static List<String> commands(String synopsis) {
        List<String> forms = new Synopsis(synopsis).alternatives();
        List<String> shortest = List.of(forms.get(0).strip().split("\\s+"));
        Set<String> all = new LinkedHashSet<>(words(forms.get(0), List.of()));
        forms.stream().skip(1).forEach(form -> all.addAll(words(form, shortest)));
        return List.copyOf(all);
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>(sequence());
        while (text.startsWith(" | ", at)) {
            at += 3;
            all.addAll(sequence());
        }
        return all;
    }

    private List<String> sequence() {
        List<List<String>> parts = new ArrayList<>();
        while (at < text.length() && "])".indexOf(text.charAt(at)) < 0 && !text.startsWith(" | ", at)) {
            parts.add(part());
        }
        return varied(parts);
    }

    private List<String> part() {
        char first = text.charAt(at);
        if (first == '[' || first == '(') {
            at++;
            List<String> forms = new ArrayList<>(first == '[' ? List.of("") : List.of());
            forms.addAll(alternatives());
            if (at == text.length()) {
                throw new IllegalArgumentException("A bracket stays open: " + text);
            }
            at++;
            return forms;
        }
        int end = at + 1;
        if (first == '\'') {
            end = text.indexOf('\'', end) + 1;
        } else {
            while (end < text.length() && "[]()'".indexOf(text.charAt(end)) < 0 && !text.startsWith(" | ", end)) {
                end++;
            }
        }
        String plain = text.substring(at, end);
        at = end;
        return List.of(plain);
    }

    private static List<String> words(String form, List<String> shortest) {
        List<List<String>> parts = new ArrayList<>();
        for (String word : form.strip().split("\\s+")) {
            List<String> names = new ArrayList<>();
            for (String name : word.split("\\|")) {
                String stem = names.isEmpty() ? "" : names.get(0).replaceFirst("\\.\\w+$", "");
                if (!name.equals("...")) {
                    names.add(name.startsWith(".") ? stem + name : name);
                }
            }
            parts.add(shortest.contains(word) ? names.subList(0, 1) : names);
            parts.add(List.of(" "));
        }
        return varied(parts).stream().map(String::strip).toList();
    }

    /** The first form of every part; then, part by part, each other form among the first ones of the rest. */
    private static List<String> varied(List<List<String>> parts) {
        Set<String> all = new LinkedHashSet<>();
        List<String> first =
                new ArrayList<>(parts.stream().map(forms -> forms.get(0)).toList());
        all.add(String.join("", first));
        for (int part = 0; part < parts.size(); part++) {
            for (String form : parts.get(part)) {
                List<String> other = new ArrayList<>(first);
                other.set(part, form);
                all.add(String.join("", other));
            }
        }
        return List.copyOf(all);
    }
}
