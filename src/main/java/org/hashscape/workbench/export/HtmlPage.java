package org.hashscape.workbench.export;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/**
 * A page of HTML from a template. The template escapes every text; lists of results are made while they are written, so
 * that a page may be larger than memory.
 */
final class HtmlPage {

    private final Mustache template;

    HtmlPage(String name) {
        template = new DefaultMustacheFactory("org/hashscape/workbench/export").compile(name + ".mustache");
    }

    /** @throws CancelledException where the progress says so */
    void write(Map<String, Object> page, OutputStream out) throws IOException {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            template.execute(writer, page);
            writer.flush();
        } catch (MustacheException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof CancelledException cancelled) {
                    throw cancelled;
                }
                if (cause instanceof UncheckedIOException failed) {
                    throw failed.getCause();
                }
                if (cause instanceof IOException failed) {
                    throw failed;
                }
            }
            throw wrapped;
        }
    }

    /** Something that may need reading. */
    @FunctionalInterface
    interface Part {
        Map<String, Object> at(int index) throws IOException;
    }

    /** Parts that are made one by one while they are written. */
    static Iterable<Map<String, Object>> parts(int count, Part part, String sentence, Progress progress) {
        IntFunction<Map<String, Object>> make = index -> {
            progress.checkCancelled();
            progress.report((double) index / count, sentence + " " + (index + 1));
            try {
                return part.at(index);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
        return () -> {
            Iterator<Integer> indices = IntStream.range(0, count).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return indices.hasNext();
                }

                @Override
                public Map<String, Object> next() {
                    return make.apply(indices.next());
                }
            };
        };
    }

    /** Names and values for a table of the template. */
    static List<Map<String, String>> lines(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> Map.of("name", fact.getKey(), "value", fact.getValue()))
                .toList();
    }
}
