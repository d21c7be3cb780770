package org.hashscape.workbench;

import java.io.IOException;
import java.util.List;
import org.hashscape.model.Progress;

/**
 * Answers queries about one archive. Keeps descriptors, models and codes in memory between queries; what is missing is
 * computed and stored on first use. Thread-safe.
 */
public final class SearchArchive {

    private final Archive archive;

    public SearchArchive(Archive archive) {
        this.archive = archive;
    }

    /** An entry of the method menu: id for requests, title for people. */
    public record Choice(String id, String title) {}

    /** All methods, the exhaustive ones last. */
    public static List<Choice> methods() {
        throw new UnsupportedOperationException("stub");
    }

    /** All descriptors. */
    public static List<Choice> descriptors() {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether {@link #answer} would answer at once: descriptors, model and codes are there. Cheap. */
    public boolean isReady(QueryRequest request) {
        throw new UnsupportedOperationException("stub " + archive);
    }

    /**
     * Answers; computes and stores missing descriptors, model and codes first, telling the progress.
     *
     * @throws IOException where an image or the archive cannot be read
     * @throws IllegalArgumentException where the method cannot be used on this archive (no labels, too few tiles...),
     *     with what to do about it
     */
    public QueryAnswer answer(QueryRequest request, Progress progress) throws IOException {
        throw new UnsupportedOperationException("stub");
    }
}
