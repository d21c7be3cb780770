package org.hashscape.workbench;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step of a query took. Starts when it is made. */
final class StepClock {

    private final Map<String, Duration> times = new LinkedHashMap<>();
    private long start = System.nanoTime();

    /** All time since the last step was this one's. */
    void done(String step) {
        long now = System.nanoTime();
        times.put(step, Duration.ofNanos(now - start));
        start = now;
    }

    /** By step, in the order they were done. */
    Map<String, Duration> times() {
        return Collections.unmodifiableMap(times);
    }
}
