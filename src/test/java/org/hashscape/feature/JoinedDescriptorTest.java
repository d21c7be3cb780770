package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hashscape.model.DescriptorMatrix;
import org.junit.jupiter.api.Test;

class JoinedDescriptorTest {

    private final DescriptorMatrix a = new DescriptorMatrix(4, 2, new float[] {1, 5, 2, 5, 3, 5, 6, 5});
    private final DescriptorMatrix b = new DescriptorMatrix(4, 1, new float[] {-100, 100, -100, 100});

    @Test
    void standardisedColumnsHaveMeanZeroAndDeviationOne() {
        Standardiser standardiser = Standardiser.fit(a);
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 4; row++) {
            float value = standardiser.apply(a.row(row))[0];
            sum += value;
            squares += value * value;
        }
        assertThat(sum).isCloseTo(0, within(1e-6));
        assertThat(squares / 4).isCloseTo(1, within(1e-6));
    }

    @Test
    void aColumnThatNeverChangesBecomesZero() {
        assertThat(Standardiser.fit(a).apply(new float[] {1, 77})[1]).isZero();
    }

    @Test
    void partsAreStandardisedWeightedByLengthAndJoinedInOrder() {
        JoinedDescriptor joined = JoinedDescriptor.fit(List.of(a, b));
        assertThat(joined.dimension()).isEqualTo(3);
        float[] first = joined.apply(List.of(a.row(0), b.row(0)));
        double ofA = (1 - 3) / Math.sqrt(3.5) / Math.sqrt(2);
        double length = Math.sqrt(ofA * ofA + 1);
        assertThat(first[0]).isCloseTo((float) (ofA / length), within(1e-6f));
        assertThat(first[1]).isZero();
        assertThat(first[2]).isCloseTo((float) (-1 / length), within(1e-6f));
    }

    @Test
    void allRowsAtOnceAreTheRowsOneByOne() {
        JoinedDescriptor joined = JoinedDescriptor.fit(List.of(a, b));
        DescriptorMatrix all = joined.applyAll(List.of(a, b));
        for (int row = 0; row < 4; row++) {
            assertThat(all.row(row)).containsExactly(joined.apply(List.of(a.row(row), b.row(row))));
        }
    }

    @Test
    void comesBackFromItsBytes() {
        JoinedDescriptor joined = JoinedDescriptor.fit(List.of(a, b));
        JoinedDescriptor loaded = JoinedDescriptor.fromBytes(joined.toBytes());
        assertThat(loaded.apply(List.of(a.row(2), b.row(2))))
                .containsExactly(joined.apply(List.of(a.row(2), b.row(2))));
        assertThat(loaded.toBytes()).isEqualTo(joined.toBytes());
    }

    @Test
    void refusesDamagedBytesWhereverTheDamageIs() {
        byte[] good = JoinedDescriptor.fit(List.of(a, b)).toBytes();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> JoinedDescriptor.fromBytes(bad));
        }
    }

    @Test
    void refusesACountThatTheBytesCannotHold() {
        byte[] hostile = LearnedFormat.write("joined", 1, out -> {
            out.writeInt(1);
            out.writeInt(Integer.MAX_VALUE);
        });
        assertThatIllegalArgumentException().isThrownBy(() -> JoinedDescriptor.fromBytes(hostile));
    }

    @Test
    void refusesWhatDoesNotFit() {
        JoinedDescriptor joined = JoinedDescriptor.fit(List.of(a, b));
        assertThatIllegalArgumentException().isThrownBy(() -> JoinedDescriptor.fit(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JoinedDescriptor.fit(List.of(a, new DescriptorMatrix(1, 1, new float[1]))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JoinedDescriptor.fit(List.of(new DescriptorMatrix(0, 2, new float[0]))));
        assertThatIllegalArgumentException().isThrownBy(() -> joined.apply(List.of(a.row(0))));
        assertThatIllegalArgumentException().isThrownBy(() -> joined.apply(List.of(b.row(0), a.row(0))));
    }
}
