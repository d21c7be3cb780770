package org.hashscape.archive.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.SceneGrid;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetScannerTest {

    private final DatasetScanner scanner = new DatasetScanner(
            path -> path.toString().endsWith(".png"), path -> new ImageHeader(64, 64, 3), 36_000_000);

    @TempDir
    private Path folder;

    @Test
    void imagesInTheFolderItselfAreFlatAndThoseInFoldersHaveClasses() throws IOException {
        touch("a.png");
        assertThat(scan(DatasetLayout.AUTO).layout()).isEqualTo(DatasetLayout.FLAT);
        Files.delete(folder.resolve("a.png"));
        touch("images/a.png");
        touch("more/b.png");
        DatasetScan scan = scan(DatasetLayout.AUTO);
        assertThat(scan.layout()).isEqualTo(DatasetLayout.FOLDERS);
        assertThat(scan.entries())
                .extracting(DatasetEntry::labels)
                .containsExactly(Labels.of("images"), Labels.of("more"));
    }

    @Test
    void oneHugeImageThatCannotBeCutLeavesTheOthersTheirClasses() throws IOException {
        DatasetScanner huge = new DatasetScanner(
                path -> path.toString().matches(".*\\.(png|tif)"), path -> new ImageHeader(9000, 9000, 3), 36_000_000);
        touch("forest/a.png");

        ScanRequest request = new ScanRequest(folder, folder, DatasetLayout.AUTO, Optional.empty(), SceneGrid.USUAL);
        assertThat(huge.scan(request, Progress.NONE).layout()).isEqualTo(DatasetLayout.FOLDERS);
        touch("forest/scene.tif");
        assertThat(huge.scan(request, Progress.NONE).layout()).isEqualTo(DatasetLayout.SCENE);
    }

    @Test
    void namesThatAreNoTextAreProblemsAndTheRestIsTaken() throws Exception {
        touch("good.png");
        String make =
                "touch \"$(printf 'caf\\351.png')\" \"$(printf 'caf\\352.png')\"; mkdir \"$(printf 'f\\374r')\"; touch \"$(printf 'f\\374r')/a.png\"";
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "other systems refuse such names or have no shell");
        Process shell = new ProcessBuilder("/bin/sh", "-c", make)
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();

        DatasetScan scan = scan(DatasetLayout.AUTO);

        assertThat(scan.entries()).extracting(DatasetEntry::key).containsExactly("good.png");
        assertThat(scan.irregular())
                .allSatisfy(thing -> assertThat(thing.reason()).contains("not text"))
                .extracting(DatasetScan.Irregular::key)
                .containsExactly("caf\\xe9.png", "caf\\xea.png", "f\\xfcr");
    }

    @Test
    void theInnermostFolderIsTheClassAndTheRootIsNone() throws IOException {
        touch("top.png");
        touch("land/forest/a.png");

        assertThat(scan(DatasetLayout.FOLDERS).entries())
                .extracting(DatasetEntry::labels)
                .containsExactly(Labels.of("forest"), Labels.NONE);
    }

    @Test
    void keysAreRelativeToTheRootAndInOrder() throws IOException {
        touch("z/a.png");
        touch("a/z.png");
        touch("a/b/c.png");
        DatasetScan scan = scanner.scan(
                new ScanRequest(folder.resolve("a"), folder, DatasetLayout.FLAT, Optional.empty(), SceneGrid.USUAL),
                Progress.NONE);

        assertThat(scan.entries()).extracting(DatasetEntry::key).containsExactly("a/b/c.png", "a/z.png");
    }

    @Test
    void manifestPathsOutsideTheFolderNameNothing() throws IOException {
        touch("a.png");
        Files.writeString(
                folder.resolve("manifest.csv"), "path,labels\na.png,x\n../../etc/passwd.png,y\n/etc/hosts.png,z\n");
        DatasetScan scan = scan(DatasetLayout.MANIFEST);

        assertThat(scan.entries()).extracting(DatasetEntry::key).containsExactly("a.png");
        assertThat(scan.irregular()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,labels\na.png,x\n", "path,labels\n\"a.png,x\n"})
    void brokenManifestIsRefusedWithItsName(String content) throws IOException {
        touch("a.png");
        Files.writeString(folder.resolve("manifest.csv"), content);

        assertThatThrownBy(() -> scan(DatasetLayout.MANIFEST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("manifest.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path,date\na.png,yesterday\n",
                "path,west,south,east,north\na.png,1,2,3,400\n",
                "path,west,south,east,north\na.png,1,2,NaN,4\n",
                "path,west,south,east,north\na.png,one,2,3,4\n"
            })
    void rowThatCannotBeUnderstoodIsReportedAlone(String content) throws IOException {
        touch("a.png");
        touch("b.png");
        Files.writeString(folder.resolve("manifest.csv"), content + "b.png\n");
        DatasetScan scan = scan(DatasetLayout.MANIFEST);

        assertThat(scan.entries()).extracting(DatasetEntry::key).containsExactly("b.png");
        assertThat(scan.irregular()).hasSize(1);
        assertThat(scan.irregular().get(0).reason()).contains("Record 1");
    }

    @Test
    void byteOrderMarkAndShortLinesAreTolerated() throws IOException {
        touch("a.png");
        Files.writeString(folder.resolve("manifest.csv"), "\ufeffpath,labels,date\na.png,x\n");

        assertThat(scan(DatasetLayout.AUTO).entries())
                .extracting(DatasetEntry::labels)
                .containsExactly(Labels.of("x"));
    }

    private DatasetScan scan(DatasetLayout layout) throws IOException {
        return scanner.scan(new ScanRequest(folder, folder, layout, Optional.empty(), SceneGrid.USUAL), Progress.NONE);
    }

    private void touch(String key) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
