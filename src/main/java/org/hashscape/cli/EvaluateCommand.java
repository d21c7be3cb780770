package org.hashscape.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hashscape evaluate}. */
@Command(name = "evaluate", description = "Stub.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 1;
    }
}
