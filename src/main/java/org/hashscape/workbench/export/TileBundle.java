package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hashscape.archive.dataset.DatasetScanner;
import org.hashscape.archive.dataset.ManifestLabels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.map.Ring;

/**
 * A ZIP of tiles: their original files under their keys, a {@code manifest.csv} with labels, dates and places, and what
 * was asked as {@code hashscape/answer.json}. Unpacked, the folder imports to the same keys and labels.
 */
final class TileBundle {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Archive archive;

    TileBundle(Archive archive) {
        this.archive = archive;
    }

    /**
     * @param tiles without duplicates
     * @throws IOException where an original is gone; before anything is written, with how many
     */
    void write(Collection<Tile> tiles, ObjectNode answer, OutputStream out, Progress progress) throws IOException {
        Map<Tile, Path> originals = originals(tiles, progress);
        try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(DatasetScanner.MANIFEST_NAME));
            zip.write(manifest(tiles).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("hashscape/answer.json"));
            zip.write(JSON.writeValueAsBytes(answer));
            int done = 0;
            for (Map.Entry<Tile, Path> original : originals.entrySet()) {
                progress.report(
                        (double) done++ / originals.size(),
                        "Packing " + original.getKey().key());
                copy(original.getValue(), original.getKey().key(), zip, progress);
            }
        }
    }

    private Map<Tile, Path> originals(Collection<Tile> tiles, Progress progress) throws IOException {
        Path root = archive.root()
                .orElseThrow(() ->
                        new IOException("The archive has no folder of originals yet, so there is nothing to pack"))
                .normalize();
        Map<Tile, Path> files = new LinkedHashMap<>();
        int gone = 0;
        String first = "";
        for (Tile tile : tiles) {
            progress.checkCancelled();
            if (!archive.isFile(tile)) {
                throw new IOException(tile.key() + " is a window of a scene or several band files, which a ZIP of tiles"
                        + " cannot hold. Export HTML, CSV or GeoJSON instead; nothing was written.");
            }
            Path file = root.resolve(tile.key()).normalize();
            if (file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                files.put(tile, file);
            } else {
                first = gone++ == 0 ? file.toString() : first;
            }
        }
        if (gone > 0) {
            throw new IOException(gone + " of " + tiles.size() + " originals are gone, the first is " + first
                    + ". If the folder was moved, choose Locate folder... first; nothing was written.");
        }
        return files;
    }

    private static void copy(Path file, String key, ZipOutputStream zip, Progress progress) throws IOException {
        ZipEntry entry = new ZipEntry(key);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(entry);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                progress.checkCancelled();
                zip.write(buffer, 0, read);
            }
        }
        zip.closeEntry();
    }

    /** For an import to read, not for a spreadsheet: names stand in it as they are. */
    private static String manifest(Collection<Tile> tiles) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("path", "labels", "date", "crs", "west", "south", "east", "north")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Tile tile : tiles) {
                String date = tile.acquired().map(Object::toString).orElse("");
                String labels = ManifestLabels.write(tile.labels());
                if (tile.footprint().isPresent()) {
                    Ring ring = Ring.of(tile.footprint().get());
                    double east = ring.east() > 180 ? ring.east() - 360 : ring.east();
                    printer.printRecord(List.of(
                            tile.key(),
                            labels,
                            date,
                            tile.footprint().get().crs(),
                            ring.west(),
                            ring.south(),
                            east,
                            ring.north()));
                } else {
                    printer.printRecord(List.of(tile.key(), labels, date, "", "", "", "", ""));
                }
            }
        }
        return text.toString();
    }

    /** Lets the ZIP be ended without ending the file. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
