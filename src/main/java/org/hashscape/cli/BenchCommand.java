package org.hashscape.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hashscape bench}: measurements of this machine. */
@Command(
        name = "bench",
        description = "Measures speeds on this machine.",
        subcommands = {
            BenchArchiveCommand.class,
            BenchBackboneCommand.class,
            BenchHammingCommand.class,
            BenchImportCommand.class,
            BenchStartCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Say what to measure: archive, backbone, hamming, import or startup");
    }
}
