package org.hashscape.ui.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.hashscape.ui.common.Contrast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimitiveColoursTest {

    @ParameterizedTest
    @MethodSource("primitives")
    void theNumberOnEachColourCanBeRead(int primitive) {
        Color words = PrimitiveColours.isLight(primitive) ? Color.BLACK : Color.WHITE;
        assertThat(Contrast.ratio(words, Color.web(PrimitiveColours.web(primitive))))
                .isGreaterThanOrEqualTo(Contrast.OF_WORDS);
    }

    static IntStream primitives() {
        return IntStream.range(0, 32);
    }
}
