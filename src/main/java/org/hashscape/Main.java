package org.hashscape;

import java.util.logging.LogManager;
import org.hashscape.cli.HashscapeCommand;
import org.hashscape.workbench.Workspace;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts Hashscape: the window without arguments, else the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        if (System.getProperty("hashscape.log") == null) {
            System.setProperty("hashscape.log", Workspace.logFile().toString());
        }
        LogManager.getLogManager().reset(); // what libraries say goes to the log file, not to the console
        SLF4JBridgeHandler.install();
        System.exit(HashscapeCommand.run(args));
    }
}
