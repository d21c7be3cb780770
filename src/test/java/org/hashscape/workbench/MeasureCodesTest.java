package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.junit.jupiter.api.Test;

class MeasureCodesTest {

    private final CodeTable codes =
            new CodeTable(64, 700, new Random(1).longs(700).toArray());

    @Test
    void growsFromPartsOfTheArchiveToCopiesOfIt() {
        assertThat(MeasureCodes.sizes(700, 10_000)).containsExactly(100, 316, 700, 1000, 3162, 10_000);
        assertThat(MeasureCodes.sizes(40, 1000)).containsExactly(40, 100, 316, 1000);
        assertThat(MeasureCodes.sizes(5000, 1000)).containsExactly(100, 316, 1000, 3162, 5000);
    }

    @Test
    void timesEverySizeBesideItsYardstick() {
        List<ScanTime> times = MeasureCodes.scanTimes(codes, 10_000, Progress.NONE);

        assertThat(times).extracting(ScanTime::codes).containsExactly(100, 316, 700, 1000, 3162, 10_000);
        assertThat(times).extracting(ScanTime::copied).containsExactly(false, false, false, true, true, true);
        assertThat(times).allSatisfy(time -> {
            assertThat(time.scanMs()).isPositive();
            assertThat(time.yardstickMs()).isPositive();
        });
    }

    @Test
    void anEmptyTableTakesNoTime() {
        assertThat(MeasureCodes.scanTimes(new CodeTable(8, 0, new long[0]), 1000, Progress.NONE))
                .isEmpty();
    }

    @Test
    void stopsWhenToldTo() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> MeasureCodes.scanTimes(codes, 10_000, cancelled))
                .isInstanceOf(CancelledException.class);
    }
}
