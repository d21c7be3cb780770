package org.hashscape.retrieval.hamming;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.hashscape.model.CancelledException;

/** Runs work whose parallel streams use a stated number of threads, which end with it. */
final class Threads {

    private Threads() {}

    static <T> T run(int parallelism, Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(Math.max(1, parallelism));
        try {
            return pool.submit(work::get).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            Throwable deepest = e;
            while (deepest.getCause() != null) {
                deepest = deepest.getCause();
            }
            if (deepest instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException("The search failed: " + deepest.getMessage(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
