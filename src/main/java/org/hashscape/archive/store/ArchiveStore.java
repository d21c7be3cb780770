package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hashscape.model.Progress;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One open archive file ({@code NAME.hsa}): SQLite in WAL mode, one writer at a time, any number of readers. Its parts
 * are {@link #tiles}, {@link #tileSources}, {@link #renderings}, {@link #descriptors}, {@link #views}, {@link #models}, {@link #fingerprints}, {@link
 * #evaluations} and {@link #marks}; each write is one transaction, so a crash leaves whole
 * batches only. Thread-safe.
 */
public final class ArchiveStore implements AutoCloseable {

    private final Path file;
    private final ArchiveAccess access;
    private final Optional<SoundCopy> copy;
    private final ArchiveConnections connections;
    private final Jdbi jdbi;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final TileTable tiles = new TileTable(this);
    private final DescriptorTable descriptors = new DescriptorTable(this);
    private final ViewTable views = new ViewTable(this);
    private final ModelTable models = new ModelTable(this);
    private final RegionTable regions = new RegionTable(this);
    private final MultiCodeTable multiCodes = new MultiCodeTable(this);
    private final FingerprintTable fingerprints = new FingerprintTable(this);
    private final EvaluationTable evaluations = new EvaluationTable(this);
    private final MarkTable marks = new MarkTable(this);
    private final TileSourceTable tileSources = new TileSourceTable(this);
    private final RenderingTable renderings = new RenderingTable(this);

    private ArchiveStore(Path file, ArchiveAccess access, ArchiveConnections connections, Optional<SoundCopy> copy) {
        this.file = file;
        this.access = access;
        this.copy = copy;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Opens an existing archive. Of one that is cut off, or whose pages make no sense from the start, a copy of what is
     * sound is opened instead, to be read.
     *
     * @throws ArchiveException where it is missing, not an archive, so damaged that no tile can be read, or of a newer
     *     Hashscape
     */
    public static ArchiveStore open(Path file) throws IOException {
        return open(file, Progress.NONE);
    }

    /** The same; one of an older Hashscape is brought to this version's format first, which may take minutes. */
    public static ArchiveStore open(Path file, Progress progress) throws IOException {
        ArchiveSchema.requireArchive(file);
        ArchiveAccess access = ArchiveAccess.of(file);
        if (access == ArchiveAccess.CUT_OFF) {
            String missing = ArchiveAccess.missingPages(file).orElse("it ends too soon");
            return connect(SoundCopy.of(file, missing, progress));
        }
        try {
            return connect(file, access, progress);
        } catch (DamagedArchiveException damage) {
            return openSound(file, damage, progress);
        }
    }

    /** Opens, to be read, a copy of what is sound in a file of which opening more told that it is damaged. */
    public static ArchiveStore openSound(Path file, DamagedArchiveException damage, Progress progress)
            throws IOException {
        return connect(SoundCopy.of(file, damage.what(), progress));
    }

    private static ArchiveStore connect(SoundCopy copy) {
        ArchiveConnections connections = new ArchiveConnections(copy.file(), ArchiveAccess.READ);
        return new ArchiveStore(copy.damaged(), ArchiveAccess.READ, connections, Optional.of(copy));
    }

    /** Opens it as where nothing can be written. */
    static ArchiveStore openReadOnly(Path file) throws IOException {
        ArchiveSchema.requireArchive(file);
        return connect(file, ArchiveAccess.READ, Progress.NONE);
    }

    /** Opens an archive, or creates an empty one where there is no such file. */
    public static ArchiveStore openOrCreate(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) { // an empty one may be in the making by another process
            return open(file);
        }
        requireRoom(file);
        ArchiveStore store = connect(file, ArchiveAccess.WRITE, Progress.NONE);
        store.putFact("created", Instant.now().toString());
        return store;
    }

    /** @throws ArchiveException where no file can be made in the folder of one that is wanted, which is made if need be */
    public static void requireRoom(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            requireRoom(file, folder);
        }
    }

    private static void requireRoom(Path file, Path folder) throws IOException {
        String refused = "The archive " + file + " cannot be made: ";
        try {
            Files.createDirectories(folder);
        } catch (AccessDeniedException denied) {
            throw new ArchiveException(
                    refused + "permission denied for " + denied.getFile() + ". Choose another folder.", denied);
        } catch (FileAlreadyExistsException occupied) {
            throw new ArchiveException(refused + occupied.getFile() + " is a file, not a folder.", occupied);
        }
        if (!Files.isWritable(folder)) {
            throw new ArchiveException(
                    refused + "nothing may be written to the folder " + folder + ". Choose another folder.");
        }
    }

    private static ArchiveStore connect(Path file, ArchiveAccess access, Progress progress) throws IOException {
        ArchiveConnections connections = new ArchiveConnections(file, access);
        try {
            ArchiveSchema.migrate(connections, file, access);
            ArchiveStore store = new ArchiveStore(file, access, connections, Optional.empty());
            if (access == ArchiveAccess.WRITE) {
                new EarlierRows(store).move(progress);
            }
            store.requireLegibleTables();
            return store;
        } catch (IOException | RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    /** A table that cannot even be begun is noticed now, while a copy of what is sound can still take the file's place. */
    private void requireLegibleTables() throws ArchiveException {
        read(handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
                for (StoredTable table : StoredTable.values()) {
                    statement
                            .executeQuery("SELECT 1 FROM " + table.table() + " NOT INDEXED LIMIT 1")
                            .close();
                }
            }
            return null;
        });
    }

    public Path file() {
        return file;
    }

    /** What the user should know of the file as it lies: that it can only be read, or {@link #damage}. */
    public Optional<String> notice() {
        return isWritable() ? Optional.empty() : damage().or(() -> Optional.of(ArchiveFailure.readOnly(file)));
    }

    /**
     * That the file is cut off or otherwise damaged so that only what is sound of it was opened, and what to do. Damage
     * that is in the way of nothing yet is found when it is read, or all at once by {@link ArchiveCheck}.
     */
    public Optional<String> damage() {
        return copy.map(SoundCopy::sentence);
    }

    /** Whether anything can be written to it. */
    public boolean isWritable() {
        return access == ArchiveAccess.WRITE;
    }

    public TileTable tiles() {
        return tiles;
    }

    public DescriptorTable descriptors() {
        return descriptors;
    }

    public ViewTable views() {
        return views;
    }

    public ModelTable models() {
        return models;
    }

    public RegionTable regions() {
        return regions;
    }

    public MultiCodeTable multiCodes() {
        return multiCodes;
    }

    public FingerprintTable fingerprints() {
        return fingerprints;
    }

    public EvaluationTable evaluations() {
        return evaluations;
    }

    public MarkTable marks() {
        return marks;
    }

    public TileSourceTable tileSources() {
        return tileSources;
    }

    public RenderingTable renderings() {
        return renderings;
    }

    /** A fact about the archive itself, as its root folder. */
    public Optional<String> fact(String name) throws IOException {
        return read(handle -> handle.createQuery("SELECT value FROM fact WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /** A fact, and the largest id of a tile after it: what changes when tiles do, in one look. */
    public String factAndLastTile(String name) throws IOException {
        return read(handle -> handle.createQuery("SELECT coalesce((SELECT value FROM fact WHERE name = :name), '')"
                        + " || ' ' || coalesce((SELECT max(id) FROM tile), 0)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
    }

    public void putFact(String name, String value) throws IOException {
        write(handle -> handle.createUpdate("INSERT OR REPLACE INTO fact (name, value) VALUES (:name, :value)")
                .bind("name", name)
                .bind("value", value)
                .execute());
    }

    @Override
    public void close() {
        connections.close();
        copy.ifPresent(SoundCopy::delete);
    }

    /** Reads with a connection of its own. A value that the work cannot make sense of counts as damage. */
    <T> T read(HandleCallback<T, SQLException> work) throws ArchiveException {
        try {
            return jdbi.withHandle(work);
        } catch (SQLException | JdbiException failure) {
            throw ArchiveFailure.of(file, "read", failure);
        } catch (DateTimeException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException malformed) { // NULL where the schema has none is damage too
            throw ArchiveFailure.of(file, "read", new DamagedRowException("a stored value cannot be read", malformed));
        }
    }

    /** Writes as one transaction; waits for any other writer. */
    <T> T write(HandleCallback<T, SQLException> work) throws ArchiveException {
        if (access != ArchiveAccess.WRITE) {
            throw new ArchiveException(copy.map(SoundCopy::refusal).orElseGet(() -> ArchiveFailure.readOnly(file)));
        }
        writer.lock();
        try {
            return jdbi.inTransaction((Handle handle) -> work.withHandle(handle));
        } catch (SQLException | JdbiException failure) {
            throw ArchiveFailure.of(file, "written", failure);
        } finally {
            writer.unlock();
        }
    }
}
