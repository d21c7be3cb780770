package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hashscape.workbench.NetworkServer;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Turns one documented command into arguments: file names into those of stand-ins, placeholders into values, large
 * numbers into small ones. What it does not know is an error that says where to add it.
 */
final class DocumentedWords {

    /** What is said for a placeholder, in whatever command it stands. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("M", "itq"),
            Map.entry("M,..", "itq,lsh"),
            Map.entry("METHOD,..", "itq"),
            Map.entry("METHOD/DESCRIPTOR,..", "itq/colour-texture"),
            Map.entry("METHOD/DESCRIPTOR/BITS,..", "itq/colour-texture/16"),
            Map.entry("METHOD", "itq"),
            Map.entry("D", "colour-texture"),
            Map.entry("D,..", "colour-texture"),
            Map.entry("DESCRIPTOR", "colour-texture"),
            Map.entry("B", "16"),
            Map.entry("BITS", "16"),
            Map.entry("S", "2"),
            Map.entry("R", "1"),
            Map.entry("P", "0.01"),
            Map.entry("T", "forest"),
            Map.entry("KEY", DocumentedFolders.TILE),
            Map.entry("KEY,..", DocumentedFolders.OTHER_TILE),
            Map.entry("x,y,w,h", "8,8,40,40"),
            Map.entry("DAY", "2021-07-05"),
            Map.entry("W,S,E,N", "5.5,45,10,48"),
            Map.entry("'X,Y X,Y ..'", "5,45 10,45 10,48"),
            Map.entry("jaccard-T", "jaccard-0.5"),
            Map.entry("NETWORK", NetworkServer.ID),
            Map.entry("NAME", NetworkServer.ID),
            Map.entry("ID", NetworkServer.ID),
            Map.entry("COMMAND", "query"));

    /** The same where it depends on the option. */
    private static final Map<String, String> OPTION_VALUES = Map.ofEntries(
            Map.entry("--label L,..", "forest"),
            Map.entry("--any-label L,..", "forest,class"),
            Map.entry("--no-label L,..", "cloud"),
            Map.entry("--input TENSOR", "input"),
            Map.entry("--output TENSOR", "pool"),
            Map.entry("--size PIXELS", "32"),
            Map.entry("--html F", "report.html"),
            Map.entry("--csv F", "report.csv"),
            Map.entry("--markdown F", "report.md"));

    /** Options whose value is a file or folder that the command makes. */
    private static final Set<String> MADE =
            Set.of("--to", "--html", "--csv", "--markdown", "--chart", "--output", "--work");

    /** What the documentation allows with some methods only, and such a method: {@code deep}, on what it takes. */
    private static final String NEEDS_DEEP = "--asymmetric";

    /** A published table of deep hashing; one archive for all, as what was measured is kept and not measured again. */
    private static final String REPRODUCE = "--reproduce";

    /** The model of a network that {@code backbone train} made. */
    private static final String TRAINED = "assets/models/scene-net/model";

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");
    private static final Pattern OPTION = Pattern.compile("(?<name>--?[a-z][a-z-]*)(=(?<value>.*))?");
    private static final Pattern LITERAL = Pattern.compile("-?[a-z0-9][a-z0-9.,:/+_-]*");

    private final StandIns standIns;
    private final Path folder;
    private final List<String> words;
    private final List<String> arguments = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private CommandLine line = new CommandLine(new HashscapeCommand());
    private String command = "";
    private int at;

    private DocumentedWords(String documented, StandIns standIns, Path folder) {
        this.words =
                WORD.matcher(documented).results().map(found -> found.group()).toList();
        this.standIns = standIns;
        this.folder = folder;
    }

    /**
     * @param folder where the command finds and makes its files
     * @throws AssertionError where a word is not known
     */
    static List<String> arguments(String documented, StandIns standIns, Path folder) throws IOException {
        return new DocumentedWords(documented, standIns, folder).arguments();
    }

    /** The files and folders that a command line says to make. */
    static List<Path> made(List<String> arguments) {
        return IntStream.range(1, arguments.size())
                .filter(i -> MADE.contains(arguments.get(i - 1)) && !arguments.contains("import"))
                .mapToObj(i -> Path.of(arguments.get(i)))
                .toList();
    }

    private List<String> arguments() throws IOException {
        while (at < words.size() && line.getSubcommands().containsKey(words.get(at))) {
            line = line.getSubcommands().get(words.get(at));
            command = (command + " " + words.get(at)).strip();
            arguments.add(words.get(at++));
        }
        while (at < words.size()) {
            String word = words.get(at++);
            Matcher option = OPTION.matcher(word);
            if (option.matches()) {
                option(option.group("name"), Optional.ofNullable(option.group("value")));
            } else {
                arguments.add(operand(word));
            }
        }
        arguments.addAll(SmallValues.added(limited(), options));
        if (options.contains(NEEDS_DEEP) && !options.contains("--method")) {
            arguments.addAll(List.of("--method", "deep", "--descriptor", "colour-texture"));
        }
        return arguments;
    }

    private String limited() {
        boolean deep = words.contains(REPRODUCE)
                || words.contains(NEEDS_DEEP)
                || words.toString().contains("deep");
        return deep ? command + " deep" : command;
    }

    private void option(String name, Optional<String> joined) throws IOException {
        OptionSpec spec = line.getCommandSpec().findOption(name);
        if (spec == null) {
            throw new AssertionError("'" + command + "' has no option " + name);
        }
        options.add(name);
        if (spec.arity().max() == 0) {
            arguments.add(name);
            return;
        }
        String value = value(name, joined.isPresent() ? joined.get() : words.get(at++));
        if (joined.isPresent()) {
            arguments.add(name + "=" + value);
        } else {
            arguments.addAll(List.of(name, value));
        }
    }

    private String value(String option, String documented) throws IOException {
        Optional<String> small = SmallValues.of(limited(), option, documented);
        if (small.isPresent()) {
            return small.get();
        }
        if (option.equals("--method") && words.contains(NEEDS_DEEP) && VALUES.containsKey(documented)) {
            return "deep";
        }
        String said = OPTION_VALUES.getOrDefault(option + " " + documented, documented);
        if (MADE.contains(option) && !command.equals("backbone import")) {
            return folder.resolve(said).toString();
        }
        return switch (option) {
            case "--archive" -> archive(said, command.equals("import"));
            case "--image" -> standIns.image().toString();
            case "--teacher" -> standIns.network().toString();
            case "--codes-from" -> codes(said);
            case "--from" -> command.equals("backbone train") ? start(said) : plain(option, said);
            default -> plain(option, said);
        };
    }

    /** The network that a training begins with. */
    private String start(String documented) {
        return folder.resolve(documented.equals("MODEL") ? "start" : documented).toString();
    }

    private String codes(String documented) throws IOException {
        List<String> said = new ArrayList<>();
        for (String part : documented.split(":")) {
            said.add(part.endsWith(".hsa") ? archive(part, false) : plain("--codes-from", part));
        }
        return String.join(":", said);
    }

    private String operand(String documented) throws IOException {
        String word = documented.replaceFirst("\\.\\.\\.$", "");
        if (word.endsWith(".hsa")) {
            return archive(word, command.equals("bench archive"));
        }
        return switch (command) {
            case "import", "bench import", "backbone train" -> images(word);
            case "sample-data" -> folder.resolve("made").toString();
            case "backbone import" ->
                word.equals("FOLDER/NETWORK/model")
                        ? TRAINED
                        : standIns.network().toString();
            default -> plain("", word);
        };
    }

    private String images(String documented) throws IOException {
        int layout = words.indexOf("--layout");
        boolean cut = words.stream().anyMatch(Set.of("--tile", "--stride", "--max-empty")::contains);
        return standIns.folder(documented, layout < 0 ? cut ? "scene" : "" : words.get(layout + 1))
                .orElseThrow(() -> new AssertionError(
                        "There is no stand-in for '" + documented + "' of: " + words + ". Add one to StandIns.folder."))
                .toString();
    }

    private String archive(String documented, boolean made) throws IOException {
        Path file = folder.resolve(documented);
        if (words.contains(REPRODUCE)) {
            return standIns.archiveOfUcMerced().toString();
        }
        if (!made && !Files.exists(file)) {
            standIns.archive(words.contains(NEEDS_DEEP) ? StandIns.DEEP : documented, file);
        }
        return file.toString();
    }

    private String plain(String option, String documented) {
        String said = VALUES.getOrDefault(documented, documented);
        if (said.equals(documented) && !LITERAL.matcher(said).matches()) {
            throw new AssertionError("It is not known what to say for '" + documented + "' after '" + command + " "
                    + option + "'. Add it to VALUES or OPTION_VALUES of DocumentedWords, or a limit to SmallValues.");
        }
        return said;
    }
}
