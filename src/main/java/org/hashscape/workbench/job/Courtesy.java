package org.hashscape.workbench.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/**
 * Lets work that nobody waits for stand back while somebody asks for something: on two cores, an index that is built in the
 * background made a click take twice as long. One for the process, since its work shares the processors.
 */
public final class Courtesy {

    /** A click's answer is painted after its jobs have ended. */
    private static final long AFTERWARDS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final int LOOK_AGAIN_MILLIS = 20;
    private static final AtomicLong LAST_ASKED = new AtomicLong(System.nanoTime() - AFTERWARDS_NANOS);

    private Courtesy() {}

    /** Somebody at the screen asks for something. */
    static void asked() {
        LAST_ASKED.set(System.nanoTime());
    }

    /**
     * For work in the background: each {@link Progress#checkCancelled} waits while somebody asks.
     *
     * @param mostWait together, after which the work goes on whatever happens
     */
    public static Progress standingBack(long mostWait, TimeUnit unit) {
        AtomicLong waitLeft = new AtomicLong(unit.toMillis(mostWait));
        return new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                try {
                    while (System.nanoTime() - LAST_ASKED.get() < AFTERWARDS_NANOS
                            && waitLeft.addAndGet(-LOOK_AGAIN_MILLIS) >= 0) {
                        Thread.sleep(LOOK_AGAIN_MILLIS);
                    }
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new CancelledException();
                }
            }
        };
    }
}
