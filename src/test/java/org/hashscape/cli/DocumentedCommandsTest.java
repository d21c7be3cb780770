package org.hashscape.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documentation tells people to type is what there is; {@link DocumentedCommandsRunTest} types it. */
class DocumentedCommandsTest {

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    static List<DocumentedCommand> ofHashscape() {
        return DocumentationPages.commands().stream()
                .filter(DocumentedCommand::isHashscape)
                .toList();
    }

    static List<DocumentedCommand> ofOtherPrograms() {
        return DocumentationPages.commands().stream()
                .filter(each -> !each.isHashscape())
                .toList();
    }

    @Test
    void thePagesHoldCommands() {
        assertThat(ofHashscape()).hasSizeGreaterThan(100);
        assertThat(ofOtherPrograms()).hasSizeGreaterThan(10);
        assertThat(DocumentedRun.all()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("ofHashscape")
    void everyCommandAndOptionExists(DocumentedCommand documented) {
        CommandLine line = new CommandLine(new HashscapeCommand());
        for (String word : documented.words()) {
            if (!line.getSubcommands().containsKey(word)) {
                break;
            }
            line = line.getSubcommands().get(word);
        }
        boolean speaksOfAll = documented.words().stream().allMatch(word -> word.startsWith("-") || word.equals("…"));
        if (!documented.opensTheWindow() && !speaksOfAll) {
            assertThat(line.getSubcommands())
                    .as("commands below %s", line.getCommandName())
                    .isEmpty();
        }
        Matcher options = OPTION.matcher(documented.arguments());
        while (options.find()) {
            assertThat(line.getCommandSpec().findOption(options.group()))
                    .as(options.group())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("ofOtherPrograms")
    void whatIsNotACommandOfOursIsRunElsewhere(DocumentedCommand documented) {
        assertThat(RunElsewhere.of(documented))
                .as("what runs '%s'; add it to RunElsewhere", documented)
                .isPresent();
        assertThat(documented.program().contains("/") ? Path.of(documented.program()) : Path.of("pom.xml"))
                .exists();
    }

    @Test
    void aNewCommandThatNobodyMappedFailsAndSaysWhereToAddIt(@TempDir Path folder) {
        StandIns standIns = new StandIns(folder);
        assertThatThrownBy(() -> DocumentedWords.arguments("import some/folder --archive x.hsa", standIns, folder))
                .hasMessageContaining("'some/folder'")
                .hasMessageContaining("StandIns");
        assertThatThrownBy(() -> DocumentedWords.arguments("query x.hsa --tile KEY --text WORDS", standIns, folder))
                .hasMessageContaining("'WORDS'")
                .hasMessageContaining("DocumentedWords");
        assertThatThrownBy(() -> DocumentedWords.arguments("query x.hsa --tile KEY --new 1", standIns, folder))
                .hasMessageContaining("no option --new");
        DocumentedCommand other =
                new DocumentedCommand(Path.of("p.md"), DocumentedCommand.Place.LISTING, "mvn", " fly");
        assertThat(RunElsewhere.of(other)).isEmpty();
    }

    @Test
    void whatIsSaidToRunACommandElsewhereDoes() throws IOException {
        for (RunElsewhere each : RunElsewhere.ALL) {
            assertThat(Files.readString(Path.of(each.file())))
                    .as(each.toString())
                    .contains(each.holds());
            assertThat(DocumentationPages.commands())
                    .as("a page that shows what RunElsewhere names: %s", each)
                    .anyMatch(command ->
                            RunElsewhere.of(command).filter(each::equals).isPresent());
        }
    }
}
