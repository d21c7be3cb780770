package org.hashscape.hashing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashModelFormatTest {

    private static final TrainingSet CLUSTERS = Clusters.of(3, 8, 5, 0.5, 1);

    static Stream<byte[]> models() {
        return HashMethodsTest.trainers()
                .map(trainer -> HashModelFormat.write(trainer.train(CLUSTERS, 6, 1, Progress.NONE)));
    }

    @Test
    void beginsAsDocumented() {
        ByteBuffer model =
                ByteBuffer.wrap(HashModelFormat.write(HashMethods.byId("lsh").train(CLUSTERS, 6, 1, Progress.NONE)));
        byte[] magic = new byte[4];
        model.get(magic);
        assertThat(magic).isEqualTo(new byte[] {'H', 'S', 'H', 'M'});
        assertThat(model.getShort()).isEqualTo((short) 1);
        assertThat(model.get()).isEqualTo((byte) 3);
        model.position(model.position() + 3);
        assertThat(model.getInt()).isEqualTo(6);
        assertThat(model.getInt()).isEqualTo(5);
        assertThat(model.getInt()).isEqualTo(5 * 8 + 6 * 5 * 4);
        assertThat(model.remaining()).isEqualTo(5 * 8 + 6 * 5 * 4 + 4);
        assertThat(model.getDouble()).isEqualTo(CLUSTERS.descriptors().columnMeans()[0]);
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesEveryTruncation(byte[] model) {
        for (int length = 0; length < model.length; length++) {
            byte[] cut = Arrays.copyOf(model, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HashModelFormat.read(cut))
                    .withMessageContaining("model");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashModelFormat.read(Arrays.copyOf(model, model.length + 1)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesEveryFlippedBit(byte[] model) {
        for (int bit = 0; bit < 8 * model.length; bit++) {
            byte[] flipped = model.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalArgumentException().isThrownBy(() -> HashModelFormat.read(flipped));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesOrReadsButNeverBreaksOnHostileBytesWithAGoodChecksum(byte[] model) {
        Random random = new Random(4);
        int[] hostile = {Integer.MIN_VALUE, -1, 0, 1, 1 << 16, 1 << 20, Integer.MAX_VALUE, 0x7ff00000, 0x7fc00000};
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] changed = model.clone();
            int at = random.nextInt(trial % 2 == 0 ? Math.min(60, model.length - 8) : model.length - 8);
            ByteBuffer.wrap(changed).putInt(at, hostile[random.nextInt(hostile.length)]);
            repairChecksum(changed);
            try {
                assertThat(HashModelFormat.read(changed).encode(new float[5]).bits())
                        .isPositive();
            } catch (IllegalArgumentException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void refusesNumbersThatAreNone() {
        byte[] model = HashModelFormat.write(HashMethods.byId("sign").train(CLUSTERS, 5, 1, Progress.NONE));
        ByteBuffer.wrap(model).putDouble(model.length - 12, Double.NaN);
        repairChecksum(model);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashModelFormat.read(model))
                .withMessageContaining("mean")
                .withMessageContaining("NaN");
    }

    @Test
    void saysWhatToDoAboutANewerVersion() {
        byte[] model = HashModelFormat.write(HashMethods.byId("sign").train(CLUSTERS, 5, 1, Progress.NONE));
        model[5] = 2;
        repairChecksum(model);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashModelFormat.read(model))
                .withMessageContaining("version 2")
                .withMessageContaining("Train the model again");
    }

    private static void repairChecksum(byte[] model) {
        CRC32C checksum = new CRC32C();
        checksum.update(model, 0, model.length - 4);
        ByteBuffer.wrap(model).putInt(model.length - 4, (int) checksum.getValue());
    }
}
