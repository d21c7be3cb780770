package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs command lines in this process. */
final class Commands {

    /** What came of one: its exit code, and what it printed and complained of. */
    record Outcome(int exit, String said) {}

    private Commands() {}

    static Outcome run(CommandLine.IFactory commands, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exit = HashscapeCommand.run(commands, writer, writer, arguments.toArray(String[]::new));
        return new Outcome(exit, said.toString());
    }

    /** One that only prepares. */
    static void mustRun(List<String> arguments) {
        Outcome outcome = run(CommandLine.defaultFactory(), arguments);
        assertThat(outcome.exit()).as("%s%n%s", arguments, outcome.said()).isZero();
    }
}
