package org.hashscape.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/**
 * Does the same work on many items, on all cores, and hands the results on in the items' order, in the caller's thread.
 * A bounded number of items is under way, so memory stays bounded however long the list is.
 */
final class Pipeline {

    private static final int WINDOW = 64;

    private Pipeline() {}

    /**
     * @param work on one item; called from several threads at once; must not throw what the caller wants to survive
     * @param sink takes each result, in order
     * @throws CancelledException between two results, once the progress says so
     */
    static <I, O> void run(Iterable<I> items, Function<I, O> work, Consumer<O> sink, Progress progress) {
        run(items, work, sink, WINDOW, progress);
    }

    /**
     * Where results are small and the sink now and then takes long, as for a batch that goes to the disk.
     *
     * @param ahead items that may be done while the sink is busy
     */
    static <I, O> void run(Iterable<I> items, Function<I, O> work, Consumer<O> sink, int ahead, Progress progress) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ThreadFactory plain = Executors.defaultThreadFactory();
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = plain.newThread(task);
            thread.setName("hashscape-pipeline");
            thread.setDaemon(true);
            return thread;
        });
        Deque<Future<O>> underWay = new ArrayDeque<>();
        try {
            Iterator<I> rest = items.iterator();
            while (rest.hasNext() || !underWay.isEmpty()) {
                progress.checkCancelled();
                while (rest.hasNext() && underWay.size() < ahead) {
                    I item = rest.next();
                    underWay.add(workers.submit(() -> work.apply(item)));
                }
                sink.accept(underWay.remove().get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
