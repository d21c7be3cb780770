package org.hashscape.ui.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hashscape.model.RegionMap;
import org.hashscape.workbench.multicode.ExplainedTile;
import org.hashscape.workbench.multicode.RegionMatch;
import org.junit.jupiter.api.Test;

class RegionDrawingTest {

    /** Left half primitive 3, right half primitive 5. */
    private static ExplainedTile halves(int edge) {
        int[] marks = new int[edge * edge];
        for (int at = 0; at < marks.length; at++) {
            marks[at] = at % edge < edge / 2 ? 0 : 1;
        }
        return new ExplainedTile(
                RegionMap.of(edge, edge, marks),
                List.of(new RegionMatch(0, 3, 0.9, true), new RegionMatch(1, 5, 0.8, true)));
    }

    @Test
    void outlinesWantedPrimitivesInTheirColourInsideTheirRegions() {
        RegionDrawing drawing = RegionDrawing.of(halves(64), Set.of(3), false, 256);
        assertThat(drawing.width()).isEqualTo(256);
        int middle = 128 * 256;
        assertThat(drawing.argb()[middle]).isEqualTo(PrimitiveColours.argb(3));
        assertThat(drawing.argb()[middle + 127]).isEqualTo(PrimitiveColours.argb(3));
        assertThat(drawing.argb()[middle + 64] >>> 24).isBetween(1, 0x60); // tinted, so that the picture shows
        assertThat(Arrays.stream(drawing.argb(), middle + 128, middle + 256)).containsOnly(0);
    }

    @Test
    void outlinesTheOthersThinlyWhereAsked() {
        RegionDrawing drawing = RegionDrawing.of(halves(64), Set.of(3), true, 256);
        assertThat(drawing.argb()[128 * 256 + 255]).isNotZero().isNotEqualTo(PrimitiveColours.argb(5));
        assertThat(drawing.argb()[128 * 256 + 192]).isZero();
    }

    @Test
    void numbersStandInsideTheirRegions() {
        ExplainedTile tile = halves(64);
        RegionDrawing drawing = RegionDrawing.of(tile, Set.of(3, 5), false, 256);
        assertThat(drawing.badges())
                .hasSize(2)
                .allSatisfy(badge -> assertThat(RegionDrawing.regionAt(tile, badge.x(), badge.y())
                                .orElseThrow()
                                .primitive())
                        .isEqualTo(badge.primitive()));
        assertThat(RegionDrawing.regionAt(tile, 1, 0.5)).isEmpty();
        assertThat(RegionDrawing.regionAt(tile, -0.1, 0.5)).isEmpty();
    }

    @Test
    void drawsOnePixelAndRegionsThatDoNotCount() {
        ExplainedTile dot =
                new ExplainedTile(RegionMap.of(1, 1, new int[1]), List.of(new RegionMatch(0, 2, 0.4, false)));
        RegionDrawing drawing = RegionDrawing.of(dot, Set.of(2), false, 256);
        assertThat(drawing.badges()).isEmpty();
        assertThat(drawing.argb()).containsOnly(0);
    }

    @Test
    void everyPrimitiveHasAColourOfItsOwn() {
        assertThat(java.util.stream.IntStream.range(0, 32).mapToObj(PrimitiveColours::web))
                .doesNotHaveDuplicates();
    }
}
