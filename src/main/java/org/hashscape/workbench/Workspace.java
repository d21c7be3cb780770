package org.hashscape.workbench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.ArchiveParts;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.archive.store.DamagedArchiveException;
import org.hashscape.archive.store.UnknownSchemaException;
import org.hashscape.model.Progress;
import org.slf4j.LoggerFactory;

/** Where archives are opened and created, and where the user's own files lie. */
public final class Workspace {

    private Workspace() {}

    /** Version of the program, as kept beside everything it computes. */
    public static String version() {
        return Optional.ofNullable(Workspace.class.getPackage().getImplementationVersion())
                .orElse("0.1.0-SNAPSHOT");
    }

    /** The user's folder for settings, log and the sample archive: {@code -Dhashscape.user}, or by the system's custom. */
    public static Path userFolder() {
        String told = System.getProperty("hashscape.user", "");
        if (!told.isBlank()) {
            return Path.of(told).toAbsolutePath();
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return environment("APPDATA").map(Path::of).orElse(home).resolve("Hashscape");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Hashscape");
        }
        return environment("XDG_DATA_HOME")
                .map(Path::of)
                .orElse(home.resolve(".local/share"))
                .resolve("hashscape");
    }

    /** The application's own folder with {@code sample-data}: {@code -Dhashscape.home}, or that above the program's jar. */
    public static Path homeFolder() {
        String told = System.getProperty("hashscape.home", "");
        if (!told.isBlank()) {
            return Path.of(told).toAbsolutePath();
        }
        CodeSource source = Workspace.class.getProtectionDomain().getCodeSource();
        try {
            Path program =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            Path folder = Optional.ofNullable(program.getParent())
                    .flatMap(lib -> Optional.ofNullable(lib.getParent()))
                    .orElse(Path.of(""));
            return folder.toAbsolutePath();
        } catch (URISyntaxException notAFile) {
            return Path.of("").toAbsolutePath();
        }
    }

    /** The log file. */
    public static Path logFile() {
        return userFolder().resolve("hashscape.log");
    }

    /** @throws IOException where the file is missing, not an archive, or of a newer version; the message says which */
    public static Archive open(Path file) throws IOException {
        return open(file, Progress.NONE);
    }

    /**
     * The same; one of an older Hashscape is brought to this version's format first, which may take minutes. Where not even
     * its tiles can be listed, what is sound of them is opened.
     */
    public static Archive open(Path file, Progress progress) throws IOException {
        Archive archive = new Archive(ArchiveStore.open(file, progress));
        try {
            archive.catalogue();
            return archive;
        } catch (DamagedArchiveException damage) {
            archive.close();
            if (archive.damage().isPresent()) {
                throw damage;
            }
            return new Archive(ArchiveStore.openSound(file, damage, progress));
        } catch (IOException | RuntimeException failure) {
            archive.close();
            throw failure;
        }
    }

    /** Opens the archive, or creates an empty one where there is no such file. */
    public static Archive openOrCreate(Path file) throws IOException {
        return new Archive(ArchiveStore.openOrCreate(file));
    }

    /**
     * Opens the bundled sample archive, which lives in the user's folder; imports what is missing of it first, which
     * takes seconds at first start and next to nothing later.
     *
     * @throws IOException where the program was unpacked without its {@code sample-data} folder, or the user's folder
     *     cannot be written
     */
    public static Archive openSample(Progress progress) throws IOException {
        Path originals = homeFolder().resolve("sample-data");
        Path file = userFolder().resolve("sample.hsa");
        if (!Files.isDirectory(originals)) {
            throw new ArchiveException("The sample data are not where they should be, in " + originals
                    + ". Unpack Hashscape again, or set -Dhashscape.home to its folder.");
        }
        Archive archive = sampleArchive(file);
        try {
            archive.locateRoot(originals);
            new ImportTiles(archive).run(originals, DatasetLayout.AUTO, progress);
            return archive;
        } catch (IOException | RuntimeException failure) {
            archive.close();
            throw failure;
        }
    }

    /** Opens it; one that no released version made is kept under another name, and a new one begun. */
    static Archive sampleArchive(Path file) throws IOException {
        try {
            return openOrCreate(file);
        } catch (UnknownSchemaException unreleased) {
            Path kept = file.resolveSibling("sample-of-" + System.currentTimeMillis() + ".hsa");
            LoggerFactory.getLogger(Workspace.class) // no field: this class names the log file before there is a log
                    .warn("The sample archive is begun anew, the old one is kept as {}", kept, unreleased);
            ArchiveParts.move(file, kept);
            return openOrCreate(file);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
