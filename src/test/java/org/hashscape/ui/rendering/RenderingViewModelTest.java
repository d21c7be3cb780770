package org.hashscape.ui.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.Stretch;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.rendering.RenderingViewModel.Bands;
import org.hashscape.ui.rendering.RenderingViewModel.StretchKind;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.Test;

/** Typing, presets and previews agree, without a screen. */
class RenderingViewModelTest {

    @Test
    void presetsFillInAndTypingLeavesThem() throws InterruptedException {
        BlockingQueue<Rendering> tried = new LinkedBlockingQueue<>();
        try (JobRunner runner = new JobRunner()) {
            Background background = new Background(runner, Runnable::run, notice -> {});
            RenderingViewModel model = new RenderingViewModel(
                    background,
                    (rendering, progress) -> {
                        tried.add(rendering);
                        return List.of(new Raster(1, 1, new byte[3]));
                    },
                    Rendering.AUTOMATIC);
            assertThat(model.presetProperty().get()).contains(RenderingPreset.AUTOMATIC);

            model.presetProperty().set(Optional.of(RenderingPreset.EUROSAT_MS));
            assertThat(model.bandsProperty().get()).isEqualTo(Bands.THREE);
            assertThat(model.redProperty().get()).isEqualTo("4");
            assertThat(model.highProperty().get()).isEqualTo("2750");
            assertThat(model.renderingProperty().get()).contains(RenderingPreset.EUROSAT_MS.rendering());

            model.highProperty().set("3000");
            assertThat(model.presetProperty().get()).contains(RenderingPreset.SENTINEL_2);
            model.highProperty().set("3100,5");
            assertThat(model.presetProperty().get()).isEmpty();
            assertThat(model.renderingProperty().get())
                    .contains(new Rendering(List.of(4, 3, 2), new Stretch.Range(0, 3100.5)));

            model.redProperty().set("four");
            assertThat(model.renderingProperty().get()).isEmpty();
            assertThat(model.messageProperty().get()).contains("four");

            model.bandsProperty().set(Bands.AUTOMATIC);
            model.stretchProperty().set(StretchKind.AUTOMATIC);
            assertThat(model.renderingProperty().get()).contains(Rendering.AUTOMATIC);
            assertThat(model.messageProperty().get()).isEmpty();
            assertThat(tried.poll(20, TimeUnit.SECONDS))
                    .as("a preview is made in the background")
                    .isNotNull();
        }
    }
}
