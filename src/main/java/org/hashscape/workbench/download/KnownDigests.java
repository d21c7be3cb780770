package org.hashscape.workbench.download;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The digests of files downloaded before, by address, in a file of properties. Where nobody has published a digest, the
 * first download decides: a later one of another content is refused.
 */
public final class KnownDigests {

    private static final long MOST_BYTES = 1 << 20;

    private final Path file;

    /** @param file need not exist */
    public KnownDigests(Path file) {
        this.file = file;
    }

    public synchronized Optional<String> of(CatalogueNetwork network) throws IOException {
        return Optional.ofNullable(read().getProperty(network.address().toString()));
    }

    public synchronized void remember(CatalogueNetwork network, String sha256) throws IOException {
        Properties all = read();
        all.setProperty(network.address().toString(), sha256);
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            all.store(out, "SHA-256 of downloaded networks");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        if (!Files.exists(file)) {
            return all;
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is damaged: delete it");
        }
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
            return all;
        } catch (IllegalArgumentException damaged) {
            throw new IOException(file + " is damaged: delete it", damaged);
        }
    }
}
