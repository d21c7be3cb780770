package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MultiCodeTest {

    private static final MultiCode CODE = new MultiCode(12, 0b1010, new byte[] {1, 2, 3, 4});

    @Test
    void keepsOnlyThePrimitivesThatAreThere() {
        assertThat(CODE.toBytes()).containsExactly(0b1010, 0, 0, 0, 1, 2, 3, 4);
        assertThat(MultiCode.fromBytes(12, CODE.toBytes())).isEqualTo(CODE);
        assertThat(CODE.bitsUsed()).isEqualTo(24);
        assertThat(CODE.offsetOf(1)).isZero();
        assertThat(CODE.offsetOf(3)).isEqualTo(2);
        assertThat(CODE.only(3)).isEqualTo(new MultiCode(12, 0b1000, new byte[] {3, 4}));
        assertThat(CODE.only(0).presence()).isZero();
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
