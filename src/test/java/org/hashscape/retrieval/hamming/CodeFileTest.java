package org.hashscape.retrieval.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.hamming.SearchPlan.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "64, 30000, BALL",
        "100, 5000, BALL",
        "24, 3000, SCAN",
        "300, 2000, BALL",
        "8, 0, SCAN",
        "40, 4000, MULTI_INDEX"
    })
    void answersFromAFileAreThoseFromMemory(int bits, int rows, Index index) throws IOException {
        CodeTable table = SyntheticCodes.clustered(bits, 1).table(rows);
        HammingSearch inMemory = HammingSearch.of(table, index, 2, Progress.NONE);
        Path file = folder.resolve("codes");
        inMemory.save(file, Progress.NONE);
        HammingSearch.verify(file, Progress.NONE);
        HammingSearch mapped = HammingSearch.open(file);
        assertThat(mapped.size()).isEqualTo(rows);
        CodeTable queries = SyntheticCodes.clustered(bits, 1).queries(20);
        for (int i = 0; i < 20; i++) {
            same(mapped.search(queries.code(i), 15, i), inMemory.search(queries.code(i), 15, i));
            assertThat(mapped.distanceHistogram(queries.code(i), -1))
                    .isEqualTo(inMemory.distanceHistogram(queries.code(i), -1));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileCanBeAddedToRemovedFromAndSavedAgain() throws IOException {
        CodeTable table = SyntheticCodes.clustered(64, 1).table(20_000);
        Path file = folder.resolve("codes");
        HammingSearch.of(table, Index.BALL, 2, Progress.NONE).save(file, Progress.NONE);
        HammingSearch mapped = HammingSearch.open(file);
        BinaryCode query = table.code(123);
        mapped.remove(123);
        int row = mapped.add(query);
        assertThat(row).isEqualTo(20_000);
        assertThatIllegalStateException().isThrownBy(() -> mapped.save(file, Progress.NONE));
        mapped.rebuilt(2, Progress.NONE).save(file, Progress.NONE);
        HammingSearch again = HammingSearch.open(file);
        same(again.search(query, 10, -1), mapped.search(query, 10, -1));
        assertThat(again.size()).isEqualTo(20_000);
        assertThat(again.add(query)).isEqualTo(20_001);
    }

    private static void same(Neighbours found, Neighbours expected) {
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.distances()).isEqualTo(expected.distances());
    }

    @Test
    void refusesWhatIsNotOneOfItsFiles() throws IOException {
        Path file = folder.resolve("other");
        Files.write(file, new byte[0]);
        assertThatIOException().isThrownBy(() -> HammingSearch.open(file)).withMessageContaining("too short");
        Files.write(file, new byte[5000]);
        assertThatIOException().isThrownBy(() -> HammingSearch.open(file)).withMessageContaining("not a file of codes");
        assertThatIOException()
                .isThrownBy(() -> HammingSearch.open(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** Headers that lie but carry a right checksum: sizes that overflow, are negative, or do not fit the file. */
    @ParameterizedTest
    @CsvSource({
        "12, 0",
        "12, 5000",
        "12, -1",
        "16, -1",
        "16, 9223372036854775807",
        "16, 4611686018427387904",
        "16, 5001",
        "24, 17",
        "24, -5",
        "32, 70000",
        "32, 1",
        "32, -1",
        "40, 0",
        "40, 2147483647",
        "48, 0",
        "48, 2",
        "8, 1",
        "8, 3"
    })
    void refusesAHeaderThatLies(int at, long value) throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (at == 8 || at == 12 || at == 48) {
            header.putInt(at, (int) value);
        } else {
            header.putLong(at, value);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, 60);
        header.putInt(60, (int) checksum.getValue());
        Files.write(file, bytes);
        assertThatIOException().isThrownBy(() -> HammingSearch.open(file)).withMessageContaining("cannot be searched");
    }

    @Test
    void refusesTruncatedFilesAndDamagedHeadersAndIndexes() throws IOException {
        byte[] whole = Files.readAllBytes(saved());
        Path file = folder.resolve("damaged");
        Random random = new Random(1);
        for (int trial = 0; trial < 60; trial++) {
            byte[] bytes = whole.clone();
            if (trial % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                int ball = 4096 + 5000 * 12;
                int at = trial % 3 == 1 ? random.nextInt(64) : ball + random.nextInt(bytes.length - ball);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            assertThatIOException().isThrownBy(() -> HammingSearch.open(file));
        }
    }

    /** Codes and row numbers are not read at opening: damage there is found by verify, and never names rows that are not. */
    @Test
    void findsDamagedCodesWhenAskedAndDamagedRowsWhenUsed() throws IOException {
        Path file = saved();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096 + 5000 * 8, 4096 + 5000 * 12, (byte) 0x7f);
        Files.write(file, bytes);
        HammingSearch search = HammingSearch.open(file);
        assertThatIOException()
                .isThrownBy(() -> HammingSearch.verify(file, Progress.NONE))
                .withMessageContaining("damaged");
        BinaryCode query = SyntheticCodes.clustered(64, 1).queries(1).code(0);
        assertThatThrownBy(() -> search.search(query, 3, -1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("damaged");
    }

    private Path saved() throws IOException {
        Path file = folder.resolve("codes");
        HammingSearch.of(SyntheticCodes.clustered(64, 1).table(5000), Index.BALL, 1, Progress.NONE)
                .save(file, Progress.NONE);
        return file;
    }
}
