package org.hashscape.ui.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.job.Job;

/** The job that runs now. Looks when it is told to, not when jobs report: they report as often as they like. */
public final class StatusViewModel {

    /** What ends sooner is never shown. */
    private static final long PATIENCE_NANOS = 500_000_000L;

    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private Optional<Job<?>> shown = Optional.empty();

    StatusViewModel(Background background) {
        this.background = background;
    }

    /** Looks at the jobs; called a few times a second on the screen's thread. */
    public void refresh() {
        long now = System.nanoTime();
        List<Job<?>> running = background.visible().stream()
                .filter(job -> now - job.startedNanos() > PATIENCE_NANOS)
                .toList();
        shown = running.stream().findFirst();
        busy.set(shown.isPresent());
        sentence.set(shown.map(job -> sentence(job, running.size())).orElse(""));
        fraction.set(shown.map(job -> job.state().fraction()).orElse(-1.0));
    }

    /** Asks the job shown to stop. */
    public void cancel() {
        shown.ifPresent(Job::cancel);
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** 0..1, negative where it cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    private static String sentence(Job<?> job, int running) {
        String now = job.state().sentence();
        String what = now.equals(job.title()) ? now : job.title() + ": " + now;
        return running > 1 ? what + " (" + (running - 1) + " more waiting)" : what;
    }
}
