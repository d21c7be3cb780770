package org.hashscape.ui.rendering;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.Stretch;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Notice;
import org.hashscape.workbench.job.JobRunner.Lane;

/**
 * What is typed and chosen of a rendering, whether it makes sense, and what some tiles look like in it. Every change asks
 * for new previews; only the newest are shown.
 */
public final class RenderingViewModel {

    /** How many bands are shown. */
    public enum Bands {
        AUTOMATIC,
        THREE,
        ONE
    }

    /** How values become levels. */
    public enum StretchKind {
        AUTOMATIC,
        PERCENTILE,
        RANGE
    }

    /** Reads tiles in a rendering that is being tried; blocks. */
    @FunctionalInterface
    public interface Previews {
        List<Raster> of(Rendering rendering, Progress progress) throws IOException;
    }

    private final Background background;
    private final Previews previews;
    private final ObjectProperty<Bands> bands = new SimpleObjectProperty<>(Bands.AUTOMATIC);
    private final StringProperty red = new SimpleStringProperty("");
    private final StringProperty green = new SimpleStringProperty("");
    private final StringProperty blue = new SimpleStringProperty("");
    private final ObjectProperty<StretchKind> stretch = new SimpleObjectProperty<>(StretchKind.AUTOMATIC);
    private final StringProperty low = new SimpleStringProperty("");
    private final StringProperty high = new SimpleStringProperty("");
    private final ObjectProperty<Optional<RenderingPreset>> preset = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Rendering>> rendering = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Raster>> pictures = new ReadOnlyObjectWrapper<>(List.of());
    private boolean filling;

    /** @param start the rendering that is shown at first */
    public RenderingViewModel(Background background, Previews previews, Rendering start) {
        this.background = background;
        this.previews = previews;
        fill(start);
        Stream.of(red, green, blue, low, high).forEach(text -> text.addListener(changed -> read()));
        bands.addListener(changed -> read());
        stretch.addListener(changed -> read());
        preset.addListener((property, before, now) -> {
            if (!filling) {
                now.ifPresent(chosen -> fill(chosen.rendering()));
            }
        });
        preview();
    }

    public ObjectProperty<Bands> bandsProperty() {
        return bands;
    }

    /** Number of the band that is red, or of the only one. */
    public StringProperty redProperty() {
        return red;
    }

    public StringProperty greenProperty() {
        return green;
    }

    public StringProperty blueProperty() {
        return blue;
    }

    public ObjectProperty<StretchKind> stretchProperty() {
        return stretch;
    }

    /** Percentile or value that becomes black. */
    public StringProperty lowProperty() {
        return low;
    }

    /** Percentile or value that becomes white. */
    public StringProperty highProperty() {
        return high;
    }

    /** The preset that says the same, where one does; setting it fills everything else in. */
    public ObjectProperty<Optional<RenderingPreset>> presetProperty() {
        return preset;
    }

    /** What is asked for; empty where it makes no sense. */
    public ReadOnlyObjectProperty<Optional<Rendering>> renderingProperty() {
        return rendering.getReadOnlyProperty();
    }

    /** What is wrong with it; blank where nothing is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Some tiles in the rendering that was read last. */
    public ReadOnlyObjectProperty<List<Raster>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    private void fill(Rendering from) {
        filling = true;
        List<Integer> numbers = from.bands();
        bands.set(numbers.isEmpty() ? Bands.AUTOMATIC : numbers.size() == 3 ? Bands.THREE : Bands.ONE);
        if (!numbers.isEmpty()) {
            red.set(String.valueOf(numbers.get(0)));
        }
        if (numbers.size() == 3) {
            green.set(String.valueOf(numbers.get(1)));
            blue.set(String.valueOf(numbers.get(2)));
        }
        if (from.stretch() instanceof Stretch.Percentile percentile) {
            stretch.set(StretchKind.PERCENTILE);
            setLimits(percentile.low(), percentile.high());
        } else if (from.stretch() instanceof Stretch.Range range) {
            stretch.set(StretchKind.RANGE);
            setLimits(range.low(), range.high());
        } else {
            stretch.set(StretchKind.AUTOMATIC);
        }
        filling = false;
        read();
    }

    private void setLimits(double from, double to) {
        low.set(text(from));
        high.set(text(to));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Understands what is typed. */
    private void read() {
        if (filling) {
            return;
        }
        try {
            Rendering read = new Rendering(
                    switch (bands.get()) {
                        case AUTOMATIC -> List.of();
                        case ONE -> List.of(number(red));
                        case THREE -> List.of(number(red), number(green), number(blue));
                    },
                    switch (stretch.get()) {
                        case AUTOMATIC -> new Stretch.Automatic();
                        case PERCENTILE -> new Stretch.Percentile(limit(low), limit(high));
                        case RANGE -> new Stretch.Range(limit(low), limit(high));
                    });
            message.set("");
            boolean changed = !Optional.of(read).equals(rendering.get());
            rendering.set(Optional.of(read));
            filling = true;
            preset.set(RenderingPreset.of(read));
            filling = false;
            if (changed) {
                preview();
            }
        } catch (IllegalArgumentException wrong) {
            message.set(String.valueOf(wrong.getMessage()));
            rendering.set(Optional.empty());
        }
    }

    private static int number(StringProperty text) {
        try {
            return Integer.parseInt(text.get().strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("A band is a number from 1, not '" + text.get() + "'", noNumber);
        }
    }

    private static double limit(StringProperty text) {
        try {
            return Double.parseDouble(text.get().strip().replace(',', '.'));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("'" + text.get() + "' is not a number", noNumber);
        }
    }

    private void preview() {
        rendering
                .get()
                .ifPresent(tried -> background.runLatest(
                        "rendering-preview",
                        Lane.READ,
                        "Drawing a preview",
                        progress -> previews.of(tried, progress),
                        new Background.Outcome<List<Raster>>() {
                            @Override
                            public void done(List<Raster> drawn) {
                                pictures.set(drawn);
                            }

                            @Override
                            public void failed(String sentence, Background where) {
                                message.set(sentence);
                                where.tell(Notice.problem(sentence));
                            }
                        }));
    }
}
