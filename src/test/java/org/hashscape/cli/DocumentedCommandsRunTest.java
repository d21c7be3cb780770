package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashscape.workbench.NetworkServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the documentation does what its page says: it is run, with small stand-ins for its files. What cannot
 * be run here is listed in {@link RunElsewhere}, with what runs it. {@code -Dhashscape.documented=REGEX} runs only those
 * whose page or text it fits.
 */
class DocumentedCommandsRunTest {

    private static final String USER = "hashscape.user";

    @TempDir
    private static Path temporary;

    private static StandIns standIns;
    private static NetworkServer server;
    private static String formerUser;

    @BeforeAll
    static void beginWithAnEmptyUserFolder() throws IOException {
        formerUser = System.getProperty(USER, "");
        System.setProperty(USER, temporary.resolve("user").toString());
        standIns = new StandIns(Files.createDirectory(temporary.resolve("stand-ins")));
        server = new NetworkServer();
    }

    @AfterAll
    static void giveTheUserFolderBack() {
        System.setProperty(USER, formerUser);
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCommandDoesWhatItsPageSays() {
        return documented(each -> !each.isLong());
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> everyCommandThatRunsNetworksOrTrainsForLongDoesToo() {
        return documented(DocumentedRun::isLong);
    }

    private Stream<DynamicTest> documented(Predicate<DocumentedRun> which) {
        Predicate<String> wanted =
                Pattern.compile(System.getProperty("hashscape.documented", "")).asPredicate();
        return DocumentedRun.all().stream()
                .filter(which)
                .filter(each -> wanted.test(each.toString()))
                .map(this::test);
    }

    private DynamicTest test(DocumentedRun documented) {
        return DynamicTest.dynamicTest(documented.toString(), () -> {
            Path folder = documented.goesOnInItsPage()
                    ? Files.createDirectories(temporary
                            .resolve("pages")
                            .resolve(documented.command().page().toString()))
                    : Files.createTempDirectory(temporary, "alone");
            documented.run(standIns, folder, server);
        });
    }
}
