package org.hashscape.cli;

import java.util.List;
import java.util.Optional;

/**
 * A documented command that cannot be run inside a test, and what runs it instead.
 *
 * @param command regular expression of the command as the page writes it
 * @param why it cannot be run here
 * @param file what runs it: a script, a test class, a build file
 * @param holds what that file must contain, so that it does run it
 */
record RunElsewhere(String command, String why, String file, String holds) {

    private static final String CI = ".ci/run";
    private static final String SMOKE = ".ci/smoke";

    static final List<RunElsewhere> ALL = List.of(
            new RunElsewhere(
                    "hashscape \\S+\\.hsa", "opens the window", SMOKE, "\"$program\" \"$work/user/sample.hsa\""),
            new RunElsewhere(
                    "hashscape bench startup.*", "needs a display", SMOKE, "\"$program\" bench startup --rounds 1"),
            new RunElsewhere("mvn verify", "runs this test", CI, "mvn -B -ntp verify"),
            new RunElsewhere(
                    "mvn -q -DskipTests package", "builds the program", "installer/common.sh", "-DskipTests package"),
            new RunElsewhere("mvn -q compile exec:exec", "opens the window", SMOKE, "mvn -q compile exec:exec"),
            new RunElsewhere(
                    "mvn -q -Pbench test-compile exec:exec", "measures for hours", "pom.xml", "<id>bench</id>"),
            new RunElsewhere("mvn -Plong verify", "runs these tests", "pom.xml", "<id>long</id>"),
            new RunElsewhere(
                    "mvn -Plong test -Dtest=LargeArchiveWindowTest",
                    "runs tests",
                    "src/test/java/org/hashscape/ui/app/LargeArchiveWindowTest.java",
                    "@Tag(\"long\")"),
            new RunElsewhere("installer/linux( image)?", "packs the program", "installer/linux", "${1:-image}"),
            new RunElsewhere("installer/linux deb", "packs the program", "installer/linux", "package deb"),
            new RunElsewhere("installer/linux rpm", "packs the program", "installer/linux", "package rpm"),
            new RunElsewhere("installer/smoke( \\S+)?", "runs the package", "installer/smoke", "${1:-target/installer"),
            new RunElsewhere("installer/mac", "needs macOS", "installer/mac", "not run yet"),
            new RunElsewhere("installer/windows.ps1", "needs Windows", "installer/windows.ps1", "not run yet"),
            new RunElsewhere(
                    "installer/Natives.java", "a part of the packing", "installer/common.sh", "installer/Natives.java"),
            new RunElsewhere("\\.ci/smoke", "starts the packaged program", CI, ".ci/smoke"));

    static Optional<RunElsewhere> of(DocumentedCommand command) {
        String typed = (command.program() + command.arguments()).strip();
        return ALL.stream().filter(each -> typed.matches(each.command())).findFirst();
    }
}
