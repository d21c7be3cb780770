package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {

    /** Enough for two formats. */
    private static final int PER_CLASS = 3;

    private static Path made;
    private static SampleData.Report report;

    @TempDir
    Path temporary;

    /** Painting takes nearly all the time: what is only looked at, or changed in a copy, is painted once. */
    @BeforeAll
    static void paint(@TempDir Path shared) throws IOException {
        made = shared.resolve("made");
        report = SampleData.run(made, PER_CLASS, Progress.NONE);
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        Path two = temporary.resolve("two");
        SampleData.run(two, PER_CLASS, Progress.NONE);
        int classes = SceneClass.values().length;
        assertThat(report.tiles()).isEqualTo(PER_CLASS * classes);
        assertThat(report.classes()).isEqualTo(classes);
        Map<String, byte[]> written = files(made);
        assertThat(written).hasSize(PER_CLASS * classes + 2);
        Map<String, byte[]> again = files(two);
        assertThat(again.keySet()).isEqualTo(written.keySet());
        written.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void replacesAnEarlierSampleArchive() throws IOException {
        Path folder = copyOfMade();
        SampleData.run(folder, 1, Progress.NONE);
        assertThat(files(folder)).hasSize(SceneClass.values().length + 2);
    }

    @Test
    void leavesAFolderWithOtherThingsAlone() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("mine"));
        Files.writeString(folder.resolve("thesis.txt"), "ten years of work");
        refuses(folder, "thesis.txt");
        Files.writeString(folder.resolve("README.md"), "# My thesis");
        refuses(folder, "README.md");
        assertThat(files(folder).keySet()).containsExactly("README.md", "thesis.txt");
    }

    @Test
    void leavesASampleArchiveWithSomethingOfTheUsersInItAlone() throws IOException {
        Path folder = copyOfMade();
        Path note = folder.resolve("river").resolve("note.txt");
        Files.writeString(note, "mine");
        refuses(folder, "river");
        assertThat(note).hasContent("mine");
    }

    @Test
    void refusesAFile() throws IOException {
        refuses(Files.writeString(temporary.resolve("file"), "x"), "is a file");
    }

    private static void refuses(Path folder, String because) {
        assertThatThrownBy(() -> SampleData.run(folder, 1, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(because);
    }

    @Test
    void leavesWholeFilesWhenCancelledAndCanBeRunAgain() throws IOException {
        Path folder = temporary.resolve("sample");
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }

            @Override
            public void checkCancelled() {
                if (asked.incrementAndGet() > 6) {
                    throw new CancelledException();
                }
            }
        };
        assertThatThrownBy(() -> SampleData.run(folder, 2, impatient)).isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("manifest.csv")).doesNotExist();
        assertThat(files(folder).keySet()).noneMatch(path -> path.endsWith(".part"));
        SampleData.run(folder, 1, Progress.NONE);
        assertThat(files(folder)).hasSize(SceneClass.values().length + 2);
    }

    @Test
    void listsEveryTileInTheManifest() throws IOException {
        List<String> lines = Files.readAllLines(made.resolve("manifest.csv"));
        assertThat(lines.get(0)).isEqualTo("path,labels,date,crs,west,south,east,north");
        List<String> paths =
                lines.stream().skip(1).map(line -> line.split(",", -1)[0]).toList();
        assertThat(files(made).keySet()).containsAll(paths);
        assertThat(paths).doesNotHaveDuplicates().hasSize(PER_CLASS * SceneClass.values().length);
    }

    private Path copyOfMade() throws IOException {
        Path folder = temporary.resolve("sample");
        for (Map.Entry<String, byte[]> file : files(made).entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        return folder;
    }

    /** Contents by path relative to the folder, with '/'. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
