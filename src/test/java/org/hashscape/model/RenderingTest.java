package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rendering survives being written, and nonsense is refused. */
class RenderingTest {

    @ParameterizedTest
    @EnumSource(RenderingPreset.class)
    void presetsAreReadAsWritten(RenderingPreset preset) {
        assertThat(Rendering.parse(preset.rendering().toString())).isEqualTo(preset.rendering());
        assertThat(RenderingPreset.byId(preset.id())).contains(preset);
        assertThat(RenderingPreset.of(preset.rendering())).contains(preset);
    }

    @Test
    void fractionsAndNegativeValuesAreReadAsWritten() {
        Rendering odd = new Rendering(List.of(7), new Stretch.Range(-25.125, 0.5));
        assertThat(Rendering.parse(odd.toString())).isEqualTo(odd);
        assertThat(odd.fits(6)).isFalse();
        assertThat(odd.fits(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bands 1,2; auto",
                "bands 0; auto",
                "bands 1; range 5..5",
                "bands 1; percentile 9..101",
                "bands 1; range 1",
                "bands x; auto",
                "bands 1; blur 1..2"
            })
    void nonsenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rendering.parse(text));
    }
}
