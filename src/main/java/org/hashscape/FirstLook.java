package org.hashscape;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.model.ShellWord;
import org.hashscape.model.Tile;
import org.hashscape.ui.app.WindowPicture;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.export.ExportGallery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user sees first, where there is no display: opens the sample archive (or the one given), asks one query by
 * every method, exports a gallery, saves a picture of the window drawn off screen, and says where the files are.
 */
final class FirstLook {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final String DESCRIPTOR = "sift-words";
    private static final int BITS = 32;
    private static final int K = 20;

    private final String obstacle;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    FirstLook(String obstacle) {
        this.obstacle = obstacle;
    }

    /** @return 0, or 1 where something could not be done, with a message */
    int run(Optional<Path> file) {
        say("No window: %s. Doing the same without one.", obstacle);
        Path folder = Workspace.userFolder().resolve("first-look");
        try (Archive archive = file.isPresent() ? Workspace.open(file.get()) : Workspace.openSample(Progress.NONE)) {
            if (archive.catalogue().size() == 0) {
                say(
                        "The archive %s has no tiles yet. Import a folder: hashscape import <folder> --archive %s",
                        archive.file(), ShellWord.of(archive.file()));
                return 0;
            }
            Tile query = archive.catalogue().tile(archive.catalogue().size() / 3);
            say(
                    "Archive %s: %,d tiles, %,d labels.",
                    archive.file(),
                    archive.catalogue().size(),
                    archive.catalogue().labelCounts().size());
            say("Query %s [%s], %s, %d bits:", query.key(), query.labels(), DESCRIPTOR, BITS);
            QueryAnswer answer = askByEveryMethod(archive, query);
            Path gallery = folder.resolve("gallery.html");
            new ExportGallery(archive).run(answer, gallery, Progress.NONE);
            say("Gallery of the results:  %s", gallery);
            Path picture = folder.resolve("window.png");
            WindowPicture.save(archive.file(), query.key(), "light", 1280, 800, picture);
            say("Picture of the window:   %s", picture);
            return 0;
        } catch (IOException | RuntimeException | LinkageError failure) {
            say("hashscape: %s", String.valueOf(failure.getMessage()));
            LOG.error("The first look failed", failure);
            return 1;
        } finally {
            WindowPicture.end();
        }
    }

    private QueryAnswer askByEveryMethod(Archive archive, Tile query) throws IOException {
        SearchArchive search = new SearchArchive(archive);
        List<Choice> methods = SearchArchive.methods();
        Optional<QueryAnswer> best = Optional.empty();
        boolean taught = false;
        for (Choice method : methods) {
            if (method.id().startsWith("deep") || SearchArchive.isMultiCode(method.id())) {
                continue; // trains for a minute or more, or needs regions: not what someone waits for at a first look
            }
            QueryRequest request = new QueryRequest(
                    new QuerySource.ArchiveTile(query.id()),
                    method.id(),
                    DESCRIPTOR,
                    BITS,
                    1,
                    K,
                    new Lookup.FullRanking(),
                    false);
            try {
                search.answer(request, Progress.NONE); // the first answer trains what is missing; the second is timed
                QueryAnswer answer = search.answer(request, Progress.NONE);
                say(
                        "  %-28s precision@%d %.2f%s  %6.2f ms",
                        method.title(),
                        K,
                        answer.precisionAt(K),
                        answer.judgedByTrainingLabels() ? "*" : " ",
                        answer.totalTime().toNanos() / 1e6);
                taught |= answer.judgedByTrainingLabels();
                best = best.isPresent() ? best : Optional.of(answer);
            } catch (IllegalArgumentException unsuitable) {
                say("  %-28s not on this archive: %s", method.title(), String.valueOf(unsuitable.getMessage()));
            }
        }
        if (taught) {
            say(
                    "  * has learned from the labels of these tiles; hashscape evaluate measures on tiles it has not seen.");
        }
        return best.orElseThrow(() -> new IOException("No method can be used on this archive"));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ENGLISH, format, values));
    }
}
