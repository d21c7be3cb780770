package org.hashscape.archive.store;

import java.nio.file.Path;

/** A file that is an archive, and damaged. What is sound of it can be saved by {@link ArchiveRescue}. */
public final class DamagedArchiveException extends ArchiveException {

    private static final long serialVersionUID = 1L;

    DamagedArchiveException(Path file, String what, Throwable cause) {
        super(sentence(file, what), cause);
    }

    /** @param what is damaged, as the rest of a sentence */
    static String sentence(Path file, String what) {
        return "The archive " + file + " is damaged: " + what
                + ". It is left as it is. To save what is sound and read the"
                + " rest from the originals again, choose Tools > Repair archive… or run: hashscape repair " + file;
    }
}
