package org.hashscape.ui.chart;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.BucketOccupancy;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** The codes of the method in use: how they fill their buckets, and how long a scan takes as the archive grows. */
public final class CodesViewModel {

    /** Where the codes are measured. */
    public interface Codes {

        BucketOccupancy occupancy(Progress progress) throws IOException;

        List<ScanTime> scanTimes(Progress progress) throws IOException;
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<BucketOccupancy>> occupancy =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScanTime>> times = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper measurable = new ReadOnlyBooleanWrapper();
    private @Nullable Codes codes;
    private String name = "";
    private int tiles;
    private boolean watched;
    private boolean counted;

    public CodesViewModel(Background background) {
        this.background = background;
    }

    /**
     * Turns to other codes; keeps what was measured of the same ones.
     *
     * @param name of the method with its descriptor and bits
     * @param tiles that the archive holds
     */
    public void use(Optional<Codes> now, String name, int tiles) {
        boolean same = now.isPresent() == (codes != null) && name.equals(this.name) && tiles == this.tiles;
        if (same) {
            return;
        }
        codes = now.orElse(null);
        this.name = name;
        this.tiles = tiles;
        counted = false;
        occupancy.set(Optional.empty());
        times.set(List.of());
        measurable.set(now.isPresent());
        sentence.set(now.isPresent() || name.isEmpty() ? name : name + " compares no codes.");
        countBuckets();
    }

    /** Says whether anybody looks; buckets are only counted then. */
    public void watch(boolean somebody) {
        watched = somebody;
        countBuckets();
    }

    private void countBuckets() {
        Codes now = codes;
        if (!watched || counted || now == null) {
            return;
        }
        counted = true;
        background.runLatest("buckets", Lane.READ, "Counting buckets", now::occupancy, found -> {
            if (codes == now) {
                occupancy.set(Optional.of(found));
                sentence.set(name + ": " + CodeCharts.sentence(found));
            }
        });
    }

    /** Times a scan over more and more codes. */
    public void measure() {
        Codes now = codes;
        if (now == null || measuring.get()) {
            return;
        }
        measuring.set(true);
        background.run(Lane.LONG, "Timing a scan of " + name, now::scanTimes, new Outcome<List<ScanTime>>() {
            @Override
            public void done(List<ScanTime> answer) {
                measuring.set(false);
                if (codes == now) {
                    times.set(answer);
                }
            }

            @Override
            public void failed(String words, Background where) {
                measuring.set(false);
                Outcome.super.failed(words, where);
            }

            @Override
            public void cancelled() {
                measuring.set(false);
            }
        });
    }

    public ReadOnlyObjectProperty<Optional<BucketOccupancy>> occupancyProperty() {
        return occupancy.getReadOnlyProperty();
    }

    /** Empty before the first measurement. */
    public ReadOnlyObjectProperty<List<ScanTime>> timesProperty() {
        return times.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether the method in use has codes. */
    public ReadOnlyBooleanProperty measurableProperty() {
        return measurable.getReadOnlyProperty();
    }
}
