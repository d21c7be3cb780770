package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two windows, or a window and a command, use one archive at a time. Each stands for a process of its own. */
class TwoProcessesTest {

    @TempDir
    private Path temporary;

    private Path images;
    private Archive browsing;
    private Archive importing;

    @BeforeEach
    void openTwice() throws IOException {
        images = temporary.resolve("images");
        copy("first", 8);
        Path file = temporary.resolve("a.hsa");
        browsing = Workspace.openOrCreate(file);
        new ImportTiles(browsing).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        importing = Workspace.open(file);
    }

    @AfterEach
    void close() {
        browsing.close();
        importing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exhaustive", "lsh", "kslsh"})
    void whatTheOtherHasImportedIsFound(String method) throws IOException {
        SearchArchive search = new SearchArchive(browsing);
        Tile query = browsing.catalogue().tile(0);
        assertThat(search.answer(request(method, query), Progress.NONE).tiles()).hasSize(23);

        copy("second", 4);
        new ImportTiles(importing).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        assertThat(new SearchArchive(importing)
                        .answer(request(method, query), Progress.NONE)
                        .tiles())
                .hasSize(35);

        assertThat(search.answer(request(method, query), Progress.NONE).tiles()).hasSize(35);
        assertThat(browsing.catalogue().size()).isEqualTo(36);
    }

    @Test
    void theFirstQueryMayComeAfterTheOthersImport() throws IOException {
        Tile query = browsing.catalogue().tile(0);
        copy("second", 4);
        new ImportTiles(importing).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        new SearchArchive(importing).answer(request("lsh", query), Progress.NONE);

        assertThat(new SearchArchive(browsing)
                        .answer(request("lsh", query), Progress.NONE)
                        .tiles())
                .hasSize(35);
    }

    @Test
    void searchesGoOnWhileTheOtherImports() throws Exception {
        copy("second", 40);
        Tile query = browsing.catalogue().tile(0);
        SearchArchive search = new SearchArchive(browsing);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            try {
                new ImportTiles(importing, 5).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        do {
            search.answer(request("exhaustive", query), Progress.NONE);
            new MarkTiles(browsing).giveLabel("seen", List.of(query.id()));
        } while (!work.isDone());
        work.get();
        search.answer(request("exhaustive", query), Progress.NONE);
        assertThat(browsing.catalogue().size()).isEqualTo(144);
        assertThat(importing.followOthers()
                        || importing.catalogue().labelCounts().containsKey("seen"))
                .isTrue();
        assertThat(importing.catalogue().labelCounts()).containsEntry("seen", 1);
    }

    @Test
    void labelsThatTheOtherGivesAreSeenOnceAskedFor() throws IOException {
        Tile tile = importing.catalogue().tile(0);
        assertThat(importing.followOthers()).isFalse();
        new MarkTiles(browsing).giveLabel("seen", List.of(tile.id()));
        assertThat(importing.followOthers()).isTrue();
        assertThat(importing.catalogue().labelCounts()).containsEntry("seen", 1);
        assertThat(importing.followOthers()).isFalse();
        assertThat(browsing.catalogue().size()).isEqualTo(24);
        assertThat(browsing.followOthers()).isFalse();
    }

    private static QueryRequest request(String method, Tile query) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(query.id()),
                method,
                "colour-texture",
                16,
                1,
                40,
                new Lookup.FullRanking(),
                false);
    }

    private void copy(String name, int perClass) throws IOException {
        Path made = TestImages.archive(temporary.resolve(name), perClass, "jpg", name.hashCode());
        try (Stream<Path> all = Files.walk(made)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = images.resolve(file.getParent().getFileName()).resolve(name + file.getFileName());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
