package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.NetworkServer;
import org.hashscape.workbench.Workspace;
import picocli.CommandLine;

/**
 * One command line that the documentation promises.
 *
 * @param form the command as it stands in a page, or one of those that a synopsis stands for
 * @param shortest the first of these
 */
record DocumentedRun(DocumentedCommand command, String form, boolean shortest) {

    private static final Pattern NETWORKS = Pattern.compile("(?<![\\w-])(googlenet|mobilenetv2|NETWORK|ID)(?![\\w/])");
    private static final Pattern LONG = Pattern.compile(
            "deep|scene-net|multicode|reproduce|asymmetric|NETWORK|googlenet"
                    + "|mobilenet|^(sample-data|backbone (import|train|download|remove)|bench (archive|backbone|hamming)|evaluate (?!mine))");
    private static final String QUERY_OPTIONS = "(query options)";

    /** All that can be run in a test, in the order in which the pages tell them. */
    static List<DocumentedRun> all() {
        List<DocumentedCommand> commands = DocumentationPages.commands();
        String query = commands.stream()
                .map(each -> each.arguments().strip())
                .filter(text -> text.startsWith("query A.hsa ("))
                .findFirst()
                .orElseThrow()
                .substring("query A.hsa ".length())
                .replace("[--fold] ", ""); // the page says that it belongs to query alone
        List<DocumentedRun> all = new ArrayList<>();
        for (DocumentedCommand each : commands) {
            if (each.isHashscape()
                    && !each.onlyMentioned()
                    && RunElsewhere.of(each).isEmpty()) {
                List<String> forms = Synopsis.commands(each.arguments().strip().replace(QUERY_OPTIONS, query));
                forms.forEach(form -> all.add(new DocumentedRun(each, form, form.equals(forms.get(0)))));
            }
        }
        return all;
    }

    /** More than a normal build can wait for: networks, deep training, measuring, most of what synopses stand for. */
    boolean isLong() {
        return LONG.matcher(form).find() || !shortest && !form.startsWith("query");
    }

    /** Commands that a page lists with names of files go on with what those before them made. */
    boolean goesOnInItsPage() {
        return command.place() == DocumentedCommand.Place.LISTING && !command.isSynopsis();
    }

    /** @param folder where the command finds and makes its files */
    void run(StandIns standIns, Path folder, NetworkServer server) throws IOException {
        List<String> arguments = DocumentedWords.arguments(form, standIns, folder);
        prepareNetworks(standIns);
        if (form.startsWith("backbone train")) {
            prepareTraining(arguments, folder);
        }
        Commands.Outcome outcome = Commands.run(new Factory(server), arguments);
        assertThat(outcome.exit())
                .as(
                        "Exit code of: hashscape %s%n(%s)%n%s%nWhere the page is right, add what is missing to StandIns,"
                                + " DocumentedWords, SmallValues or, with what runs it instead, RunElsewhere.",
                        String.join(" ", arguments), command, outcome.said())
                .isZero();
        assertThat(DocumentedWords.made(arguments))
                .allSatisfy(file -> assertThat(file).exists());
    }

    private void prepareNetworks(StandIns standIns) throws IOException {
        boolean added = form.startsWith("backbone import") || form.startsWith("backbone download");
        Set<String> needed = new TreeSet<>();
        NETWORKS.matcher(form.replace("--reproduce ucmd", "googlenet"))
                .results()
                .forEach(found -> needed.add(found.group().matches("[A-Z]+") ? NetworkServer.ID : found.group()));
        if (form.contains("--id NAME")) {
            needed.add(NetworkServer.ID);
        }
        Backbones backbones = new Backbones();
        for (String id : form.startsWith("backbone train") ? Set.<String>of() : needed) {
            boolean there = backbones.list().stream().anyMatch(each -> each.id().equals(id));
            // A page may have imported it with more views than the archive was described with.
            boolean anew = form.contains("--reproduce ucmd");
            if (there && (added || anew)) {
                backbones.remove(id);
            }
            if (!added && (anew || !there)) {
                Commands.mustRun(
                        List.of("backbone", "import", standIns.network().toString(), "--id", id));
            }
        }
    }

    /** The network that a training begins with, and the checkpoint that another one is to be made of. */
    private void prepareTraining(List<String> arguments, Path folder) {
        int from = arguments.indexOf("--from");
        if (from >= 0 && !Files.exists(Path.of(arguments.get(from + 1)))) {
            Path start = Path.of(arguments.get(from + 1));
            List<String> first = new ArrayList<>(arguments);
            first.subList(from, from + 2).clear();
            set(first, "--id", String.valueOf(start.getFileName()));
            set(first, "--output", String.valueOf(start.getParent()));
            set(first, "--work", folder.resolve("work-of-start").toString());
            Commands.mustRun(first);
        }
        if (arguments.contains("--finish")) {
            List<String> before = new ArrayList<>(arguments);
            before.remove("--finish");
            set(before, "--output", folder.resolve("output-before").toString());
            Commands.mustRun(before);
        }
    }

    private static void set(List<String> arguments, String option, String value) {
        arguments.set(arguments.indexOf(option) + 1, value);
    }

    /** Lets {@code backbone download} ask a server on this machine. */
    private record Factory(NetworkServer server) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == BackboneDownloadCommand.class) {
                return type.cast(
                        new BackboneDownloadCommand(() -> server.backbones(Workspace.userFolder(), Optional.empty())));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    @Override
    public String toString() {
        return command.page() + ": hashscape " + form;
    }
}
