package org.hashscape.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.hashscape.model.PlainText;
import org.hashscape.model.Progress;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: JSON or words on standard output, progress on standard error. */
final class Console {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec command;

    @Option(names = "--json", description = "Print one JSON document on standard output, and nothing else there.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    boolean isJson() {
        return json;
    }

    ObjectNode object() {
        return JSON.createObjectNode();
    }

    void print(JsonNode document) {
        try {
            out().println(JSON.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens an archive; what is wrong with a damaged one is said on standard error. */
    Archive open(Path file) throws IOException {
        Archive archive = Workspace.open(file, progress());
        archive.damage().ifPresent(command.commandLine().getErr()::println);
        return archive;
    }

    /** One line, formatted in English: numbers read the same everywhere, and no name of a file breaks the line. */
    void say(String format, Object... values) {
        Object[] plain = Arrays.stream(values)
                .map(value -> value instanceof Number ? value : PlainText.of(String.valueOf(value)))
                .toArray();
        out().println(String.format(Locale.ENGLISH, format, plain));
    }

    /** Shows progress as one rewritten line where someone watches; says nothing where nobody does. */
    Progress progress() {
        PrintWriter err = command.commandLine().getErr();
        boolean watched = !quiet && System.console() != null;
        return watched ? new LineProgress(err) : Progress.NONE;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Rewrites one line at most five times a second. */
    private static final class LineProgress implements Progress {

        private static final long PAUSE_NANOS = 200_000_000;

        private final PrintWriter err;
        private long lastNanos;

        LineProgress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public synchronized void report(double fraction, String sentence) {
            long now = System.nanoTime();
            if (now - lastNanos < PAUSE_NANOS) {
                return;
            }
            lastNanos = now;
            String share = fraction < 0 ? "" : String.format(Locale.ENGLISH, "%3.0f %%  ", 100 * fraction);
            err.print("\r\u001b[K" + share + sentence + "\r");
            err.flush();
        }

        @Override
        public void checkCancelled() {}
    }
}
