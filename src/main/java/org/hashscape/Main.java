package org.hashscape;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.LogManager;
import org.hashscape.cli.HashscapeCommand;
import org.hashscape.ui.app.WindowLauncher;
import org.hashscape.workbench.Workspace;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts Hashscape: without arguments, or with an archive file alone, the window; else the command line. Where there is
 * no display, the window's first job is done without it.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // AWT draws fonts and files here, never a window
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // the log may be set up while something is said to it
        LogManager.getLogManager().reset(); // what libraries say goes to the log file, not to the console
        System.exit(start(args));
    }

    private static int start(String[] args) {
        boolean archiveAlone = args.length == 1 && args[0].endsWith(".hsa");
        if (args.length > 0 && !archiveAlone) {
            startLog();
            return HashscapeCommand.run(args);
        }
        Optional<Path> archive = archiveAlone ? Optional.of(Path.of(args[0])) : Optional.empty();
        Optional<String> obstacle = Display.whyNone();
        if (obstacle.isEmpty() && WindowLauncher.open(archive, Main::startLog) != WindowLauncher.NO_DISPLAY) {
            return 0;
        }
        startLog();
        return new FirstLook(obstacle.orElse("the display cannot be used")).run(archive);
    }

    private static synchronized void startLog() {
        if (System.getProperty("hashscape.log") == null) {
            System.setProperty("hashscape.log", Workspace.logFile().toString());
        }
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.install();
        }
    }
}
