package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridGeometryTest {

    @ParameterizedTest
    @CsvSource({"0,300", "1,300", "7,300", "1000000,300", "1000000,1900", "5,10"})
    void findsEveryCellWhereItPutIt(int count, double width) {
        GridGeometry grid = new GridGeometry(count, width, 88, 108, 4);
        for (int index : new int[] {0, 1, 2, count / 2, count - 2, count - 1}) {
            if (index >= 0 && index < count) {
                assertThat(grid.indexAt(grid.x(index) + 44, grid.y(index) + 54)).isEqualTo(index);
                assertThat(grid.indexAt(grid.x(index) + 44, grid.y(index) - 1)).isNotEqualTo(index);
            }
        }
    }

    @Test
    void drawsOnlyWhatIsInView() {
        GridGeometry grid = new GridGeometry(1_000_000, 300, 88, 108, 4);
        double offset = grid.y(700_000) + 30;

        int first = grid.firstVisible(offset);
        int end = grid.endVisible(offset + 600);

        assertThat(first).isLessThanOrEqualTo(700_000).isGreaterThan(700_000 - grid.columns());
        assertThat(end - first).isLessThanOrEqualTo(8 * grid.columns());
        assertThat(grid.y(end - 1)).isLessThan(offset + 600);
    }

    @Test
    void isEmptyWithoutItems() {
        GridGeometry grid = new GridGeometry(0, 300, 88, 108, 4);
        assertThat(grid.endVisible(10_000)).isZero();
        assertThat(grid.indexAt(50, 50)).isEqualTo(-1);
        assertThat(grid.maxOffset(500)).isZero();
    }

    @Test
    void scrollsNoFurtherThanNeededToShowACell() {
        GridGeometry grid = new GridGeometry(300, 300, 88, 108, 4);
        double viewHeight = 400;
        assertThat(grid.offsetShowing(0, 0, viewHeight)).isZero();
        double below = grid.offsetShowing(60, 0, viewHeight);
        assertThat(grid.y(60) + 108).isLessThanOrEqualTo(below + viewHeight);
        assertThat(grid.offsetShowing(60, below, viewHeight)).isEqualTo(below);
        assertThat(grid.offsetShowing(0, below, viewHeight)).isZero();
    }
}
