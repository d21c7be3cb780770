package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SynopsisTest {

    @Test
    void aPlainCommandStandsForItself() {
        assertThat(Synopsis.commands("query mine.hsa --tile a/b.jpg -k 10"))
                .containsExactly("query mine.hsa --tile a/b.jpg -k 10");
    }

    @Test
    void everyAlternativeAndEveryOptionIsTriedOnItsOwn() {
        assertThat(Synopsis.commands("q A (--tile K | --image F) [-k 20] [--lookup ranking|table] [-r 1 | -p 'X Y..']"))
                .containsExactly(
                        "q A --tile K",
                        "q A --image F",
                        "q A --tile K -k 20",
                        "q A --tile K --lookup ranking",
                        "q A --tile K --lookup table",
                        "q A --tile K -r 1",
                        "q A --tile K -p 'X Y..'");
    }

    @Test
    void bracketsMayStandInsideWordsAndInsideBrackets() {
        assertThat(Synopsis.commands("c --with M[/D[/B]],.. --to F.html|.pdf [--a [--b 1]]"))
                .containsExactly(
                        "c --with M,.. --to F.html",
                        "c --with M,.. --to F.pdf",
                        "c --with M/D,.. --to F.html",
                        "c --with M/D/B,.. --to F.html",
                        "c --with M,.. --to F.html --a",
                        "c --with M,.. --to F.html --a --b 1");
    }

    @Test
    void commandsAreFoundOnTheirOwnLinesInFencesAndInSentences() {
        String page = """
                Type `hashscape info
                x.hsa`, or `query x.hsa --tile b`; `train` is another. `not a command`.

                    HASHSCAPE_JAVA_OPTIONS=-Xmx1g hashscape import a --archive b.hsa   # a remark
                    hashscape import a|
                                    b \\
                        --archive c.hsa
                    mvn verify
                    hashscape/of/a/folder

                ```
                target/hashscape/bin/hashscape --help
                ```
                """;
        assertThat(DocumentationPages.in(Path.of("p.md"), page))
                .extracting(each -> each.program() + each.arguments())
                .containsExactly(
                        "hashscape import a --archive b.hsa",
                        "hashscape import a|b --archive c.hsa",
                        "mvn verify",
                        "hashscape --help",
                        "hashscape info x.hsa",
                        "hashscape query x.hsa --tile b");
    }
}
