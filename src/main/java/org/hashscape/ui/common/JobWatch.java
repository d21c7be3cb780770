package org.hashscape.ui.common;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.workbench.job.Job;

/**
 * Follows the one job that a dialog has started: how far it is, the curves it draws, and how it ended. Looked at a few
 * times a second, on the screen's thread.
 */
public final class JobWatch {

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper problem = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<String, List<Job.Point>>> curves = new ReadOnlyObjectWrapper<>(Map.of());
    private Optional<Job<?>> job = Optional.empty();

    /** Follows this job from now on; what the one before had drawn goes. */
    public void follow(Job<?> started) {
        job = Optional.of(started);
        curves.set(Map.of());
        problem.set(false);
        busy.set(true);
        refresh();
    }

    /** Takes over how far the job is. */
    public void refresh() {
        if (job.isEmpty() || !busy.get()) {
            return;
        }
        Job.State state = job.get().state();
        fraction.set(state.fraction());
        sentence.set(state.sentence());
        takeCurves();
    }

    private void takeCurves() {
        job.map(Job::curves)
                .filter(now -> !sizes(now).equals(sizes(curves.get())))
                .ifPresent(curves::set);
    }

    private static List<Integer> sizes(Map<String, List<Job.Point>> all) {
        return all.values().stream().map(List::size).toList();
    }

    /** The job has ended: says how. */
    public void ended(String words, boolean badly) {
        takeCurves();
        busy.set(false);
        fraction.set(badly ? 0 : 1);
        problem.set(badly);
        sentence.set(words);
    }

    /** Says something while nothing runs. */
    public void say(String words, boolean bad) {
        if (!busy.get()) {
            problem.set(bad);
            sentence.set(words);
        }
    }

    /** Asks the job to stop; it ends a little later. */
    public void cancel() {
        if (busy.get()) {
            job.ifPresent(Job::cancel);
        }
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** 0..1, negative where it cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is happening, or how it ended. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Whether the sentence tells of a failure. */
    public ReadOnlyBooleanProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the job has drawn so far; a new map whenever there is more. */
    public ReadOnlyObjectProperty<Map<String, List<Job.Point>>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }
}
