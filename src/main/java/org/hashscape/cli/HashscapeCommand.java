package org.hashscape.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.hashscape.model.CancelledException;
import org.hashscape.workbench.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The root of the command line. */
@Command(
        name = "hashscape",
        description = {
            "Finds similar scenes in archives of Earth-observation images by hashing.",
            "Without arguments it opens the window."
        },
        subcommands = {
            ImportCommand.class,
            InfoCommand.class,
            CheckCommand.class,
            RepairCommand.class,
            DescribeCommand.class,
            RenderCommand.class,
            BackboneCommand.class,
            TrainCommand.class,
            QueryCommand.class,
            CompareCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            BenchCommand.class,
            SampleDataCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = HashscapeCommand.Version.class)
public final class HashscapeCommand {

    private static final Logger LOG = LoggerFactory.getLogger(HashscapeCommand.class);

    /** Version of the program, for picocli. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Hashscape " + Workspace.version()};
        }
    }

    /**
     * Runs a command line to its end.
     *
     * @return 0 done, 1 failed with a message on standard error, 2 wrong usage
     */
    public static int run(String... arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        return run(out, err, arguments);
    }

    /** The same, to streams of the caller's. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(CommandLine.defaultFactory(), out, err, arguments);
    }

    /** The same, with commands that the factory makes: a test hands over one that asks a server on its own machine. */
    static int run(CommandLine.IFactory commands, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new HashscapeCommand(), commands)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, HashscapeCommand::day)
                .setParameterExceptionHandler(UsageError::explain)
                .setExecutionExceptionHandler(HashscapeCommand::explain);
        int exit = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        out.flush();
        err.flush();
        return exit;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("'" + text + "' is no day; write it as 2026-11-27");
        }
    }

    private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
        boolean expected = failure instanceof IOException
                || failure instanceof IllegalArgumentException
                || failure instanceof CancelledException;
        if (!expected) {
            LOG.error("{} failed", line.getCommandName(), failure);
        }
        line.getErr().println("hashscape: " + sentence(failure));
        if (!expected) {
            line.getErr().println("hashscape: this should not happen; details are in " + Workspace.logFile());
        }
        return 1;
    }

    /** What went wrong, where the exception itself only names a file. */
    private static String sentence(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (failure instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null) {
            return message + ": there is no such file or folder";
        }
        return message;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8),
                true,
                StandardCharsets.UTF_8);
    }
}
