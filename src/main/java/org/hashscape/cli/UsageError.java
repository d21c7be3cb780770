package org.hashscape.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user reads of a wrong command line: what is wrong with it, and where help is. The help itself would push that
 * off the screen.
 */
final class UsageError {

    private UsageError() {}

    static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException
                && !UnmatchedArgumentException.printSuggestions(wrong, err)
                && !command.getSubcommands().isEmpty()) {
            err.println(
                    "Commands: " + String.join(", ", command.getSubcommands().keySet()));
        }
        err.println("'" + name + " --help' tells how it is used");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
