package org.hashscape.archive.store;

import java.nio.file.Path;
import org.hashscape.model.ShellWord;

/** A file that is an archive, and damaged. What is sound of it can be saved by {@link ArchiveRescue}. */
public final class DamagedArchiveException extends ArchiveException {

    private static final long serialVersionUID = 1L;

    private final String what;

    DamagedArchiveException(Path file, String what, Throwable cause) {
        super(sentence(file, what), cause);
        this.what = what;
    }

    DamagedArchiveException(Path file, String what) {
        super(sentence(file, what));
        this.what = what;
    }

    /** What is damaged, as the rest of a sentence. */
    String what() {
        return what;
    }

    /** @param what is damaged, as the rest of a sentence */
    static String sentence(Path file, String what) {
        return "The archive " + file + " is damaged: " + what
                + ". It is left as it is. To save what is sound and read the"
                + " rest from the originals again, choose Tools > Repair archive… or run: hashscape repair "
                + ShellWord.of(file);
    }

    /** What to say where somebody wants to write. */
    static String refusal(Path file, String what) {
        return "This cannot be kept: the archive " + file + " is damaged (" + what + "), and nothing is written to it."
                + " Repair it first: choose Tools > Repair archive… or run: hashscape repair " + ShellWord.of(file);
    }
}
