package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultiCodeTest {

    private static final MultiCode CODE = new MultiCode(12, 0b1010, 0b10_00_11_00, new byte[] {1, 2, 3, 4});

    @Test
    void keepsOnlyThePrimitivesThatAreThere() {
        assertThat(CODE.toBytes()).containsExactly(0b1010, 0, 0, 0, 1, 2, 3, 4, 0b10_11);
        assertThat(MultiCode.fromBytes(12, CODE.toBytes())).isEqualTo(CODE);
        assertThat(CODE.bitsUsed()).isEqualTo(24);
        assertThat(CODE.offsetOf(1)).isZero();
        assertThat(CODE.offsetOf(3)).isEqualTo(2);
        assertThat(CODE.only(3)).isEqualTo(new MultiCode(12, 0b1000, 0b10_00_00_00, new byte[] {3, 4}));
        assertThat(CODE.only(0).presence()).isZero();
    }

    @Test
    void readsCodesThatWereWrittenBeforeThereWereLevels() {
        MultiCode old = MultiCode.fromBytes(12, new byte[] {0b1010, 0, 0, 0, 1, 2, 3, 4});
        assertThat(old).isEqualTo(new MultiCode(12, 0b1010, new byte[] {1, 2, 3, 4}));
    }

    @Test
    void levelsGrowWithTheSquareRootOfTheShare() {
        assertThat(new double[] {0, 0.0624, 0.0626, 0.26, 0.57, 1})
                .satisfies(shares -> assertThat(Arrays.stream(shares)
                                .mapToInt(MultiCode::levelOf)
                                .toArray())
                        .containsExactly(0, 0, 1, 2, 3, 3));
        assertThat(CODE.levelOf(1)).isEqualTo(3);
        assertThat(CODE.weightOfAll()).isEqualTo(49 + 25);
        assertThatIllegalArgumentException().isThrownBy(() -> new MultiCode(8, 0b10, 1, new byte[] {0}));
    }

    @Test
    void takesTheLastOfThirtyTwoPrimitives() {
        MultiCode last = new MultiCode(8, 1 << 31 | 1, new byte[] {5, 6});
        assertThat(last.shows(31)).isTrue();
        assertThat(last.offsetOf(31)).isEqualTo(1);
    }

    @Test
    void refusesBytesThatDoNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> MultiCode.fromBytes(12, new byte[] {1, 0, 0, 0, 9}));
        assertThatIllegalArgumentException().isThrownBy(() -> MultiCode.fromBytes(12, new byte[] {1, 0}));
    }

    @Test
    void laysBitsDownFromTheLowest() {
        assertThat(MultiCode.bytesOf(new BinaryCode(10, new long[] {0b11_0000_0001L})))
                .containsExactly(1, 3);
    }
}
