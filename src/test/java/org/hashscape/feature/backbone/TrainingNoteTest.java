package org.hashscape.feature.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.imaging.DihedralFingerprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backbone was trained on, kept beside it. */
class TrainingNoteTest {

    private static final BackboneSpec SPEC =
            new BackboneSpec("net", "input:0", "pool:0", 32, PixelRange.SIGNED, 1, 8, "0".repeat(64));

    @TempDir
    private Path temporary;

    private BackboneFolder folder;
    private Path backbone;

    @BeforeEach
    void makeBackbone() throws IOException {
        folder = new BackboneFolder(temporary);
        backbone = Files.createDirectory(temporary.resolve("net"));
        BackboneFolder.write(SPEC, backbone);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        List<byte[]> fingerprints = fingerprints(300);
        folder.noteTraining("net", "300 tiles of fields", fingerprints);
        assertThat(family().trainedOn()).isEqualTo("300 tiles of fields");
        assertThat(family().trainedFingerprints()).usingRecursiveComparison().isEqualTo(fingerprints);
        folder.noteTraining("net", "nothing that has a fingerprint", List.of());
        assertThat(family().trainedOn()).isEqualTo("nothing that has a fingerprint");
        assertThat(family().trainedFingerprints()).isEmpty();
        try (Stream<Path> files = Files.list(backbone)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aBackboneWithoutOneWasTrainedOnNothingThatIsKnown() {
        assertThat(family().trainedOn()).isEmpty();
        assertThat(family().trainedFingerprints()).isEmpty();
    }

    @Test
    void aFingerprintHasTheBytesThatImagingGivesIt() throws IOException {
        folder.noteTraining("net", "one tile", List.of(new byte[DihedralFingerprint.BYTES]));
        assertThat(DihedralFingerprint.fromBytes(family().trainedFingerprints().get(0)))
                .isNotNull();
    }

    @Test
    void damagedFingerprintsAreLeftOutAndTheSentenceSaysSo() throws IOException {
        folder.noteTraining("net", "40 tiles of fields", fingerprints(40));
        byte[] good = Files.readAllBytes(backbone.resolve(TrainingNote.FINGERPRINTS));
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            requireLeftOut(bad);
        }
        requireLeftOut(new byte[0]);
        requireLeftOut(
                ByteBuffer.allocate(good.length).put(good, 0, good.length / 2).array());
        requireLeftOut(java.util.Arrays.copyOf(good, good.length / 2));
        for (int count : new int[] {-1, 41, TrainingNote.MOST_FINGERPRINTS, Integer.MAX_VALUE}) {
            requireLeftOut(ByteBuffer.wrap(good.clone()).putInt(8, count).array());
        }
    }

    private void requireLeftOut(byte[] bytes) throws IOException {
        Files.write(backbone.resolve(TrainingNote.FINGERPRINTS), bytes);
        assertThat(folder.list()).containsExactly(SPEC);
        assertThat(family().trainedFingerprints()).isEmpty();
        assertThat(family().trainedOn())
                .startsWith("40 tiles of fields; which tiles")
                .contains("damaged");
    }

    @Test
    void aSentenceThatIsNoneIsLeftOut() throws IOException {
        List<byte[]> bad = List.of(
                "two\nlines".getBytes(StandardCharsets.UTF_8),
                "x".repeat(501).getBytes(StandardCharsets.UTF_8),
                "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe, 65},
                new byte[] {65, 27, 91, 65});
        for (byte[] bytes : bad) {
            Files.write(backbone.resolve(TrainingNote.SENTENCE), bytes);
            assertThat(family().trainedOn()).isEqualTo("trained-on.txt cannot be read");
        }
        Files.delete(backbone.resolve(TrainingNote.SENTENCE));
        Files.createDirectory(backbone.resolve(TrainingNote.SENTENCE));
        assertThat(family().trainedOn()).isEqualTo("trained-on.txt cannot be read");
        assertThat(folder.list()).containsExactly(SPEC);
    }

    @Test
    void refusesToWriteWhatCouldNotBeRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> folder.noteTraining("other", "x", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.noteTraining("net", "x\ny", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.noteTraining("net", "x".repeat(501), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.noteTraining("net", "x", List.of(new byte[511])));
    }

    private DescriptorFamily family() {
        return folder.families().get(0);
    }

    private static List<byte[]> fingerprints(int count) {
        Random random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] bytes = new byte[512];
                    random.nextBytes(bytes);
                    return bytes;
                })
                .toList();
    }
}
