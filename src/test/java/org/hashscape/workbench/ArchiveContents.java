package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hashscape.archive.store.DescriptorTable;
import org.hashscape.archive.store.ModelTable;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.Tile;

/**
 * What an archive says, thing by thing, to be compared: a thing is named by its kind and its tile's key.
 *
 * @param things tiles with their labels, marks of users and evaluations
 * @param computed thumbnails, vectors, models and codes
 */
record ArchiveContents(Map<String, String> things, Map<String, String> computed) {

    static ArchiveContents of(Archive archive) throws IOException {
        Map<String, String> things = new TreeMap<>();
        Map<String, String> computed = new TreeMap<>();
        tiles(archive, things);
        thumbnails(archive, computed);
        vectors(archive, computed);
        codes(archive, computed);
        return new ArchiveContents(things, computed);
    }

    /** The same without thumbnails, whose bytes depend on how they were made. */
    ArchiveContents withoutThumbnails() {
        Map<String, String> rest = new TreeMap<>(computed);
        rest.keySet().removeIf(name -> name.startsWith("thumbnail"));
        return new ArchiveContents(things, rest);
    }

    /** What can be read of thumbnails, vectors, models and codes is what was written. */
    void requireNothingWrong(Archive archive) throws IOException {
        Map<String, String> read = new TreeMap<>();
        readable(() -> thumbnails(archive, read));
        readable(() -> vectors(archive, read));
        readable(() -> codes(archive, read));
        if (computed.keySet().stream().noneMatch(name -> name.startsWith("thumbnail"))) {
            read.keySet().removeIf(name -> name.startsWith("thumbnail"));
        }
        read.entrySet().removeAll(computed.entrySet());
        assertThat(read).as("what was read and never written").isEmpty();
    }

    @FunctionalInterface
    private interface Part {
        void read() throws IOException;
    }

    private static void readable(Part part) {
        try {
            part.read();
        } catch (IOException | UncheckedIOException message) {
            assertThat(message).message().isNotBlank();
        }
    }

    private static void tiles(Archive archive, Map<String, String> things) throws IOException {
        for (Tile tile : archive.catalogue().tiles()) {
            things.put("tile " + tile.id().value(), tile.toString());
        }
        archive.store().marks().givenLabels().forEach((tile, labels) -> things.put("given " + tile, labels.toString()));
        archive.store().marks().all().forEach((tile, marks) -> things.put("marks " + tile, marks.toString()));
        archive.store()
                .evaluations()
                .all()
                .forEach(evaluation -> things.put("evaluation " + evaluation.id(), evaluation.request()));
    }

    private static void thumbnails(Archive archive, Map<String, String> computed) throws IOException {
        for (Tile tile : archive.catalogue().tiles()) {
            archive.thumbnailJpeg(tile.id())
                    .ifPresent(jpeg -> computed.put(
                            "thumbnail " + tile.id().value(), jpeg.length + " bytes " + Arrays.hashCode(jpeg)));
        }
    }

    private static void vectors(Archive archive, Map<String, String> computed) throws IOException {
        DescriptorTable table = archive.store().descriptors();
        for (DescriptorTable.Count count : table.counts()) {
            StoredDescriptorSet set = table.find(count.name()).orElseThrow(() -> new IOException("gone"));
            long[] ids = table.tileIds(set);
            DescriptorRows rows = table.rows(set, ids);
            for (int row = 0; row < ids.length; row++) {
                computed.put(
                        "vector " + set.name() + " " + ids[row], Integer.toHexString(Arrays.hashCode(rows.row(row))));
            }
        }
    }

    private static void codes(Archive archive, Map<String, String> computed) throws IOException {
        ModelTable table = archive.store().models();
        for (StoredModel listed : table.all()) {
            StoredModel model = table.find(listed.spec()).orElseThrow(() -> new IOException("gone"));
            computed.put("model " + model.spec(), Integer.toHexString(Arrays.hashCode(model.bytes())));
            int words = BinaryCode.wordsFor(HashModelFormat.read(model.bytes()).bits());
            ModelTable.Codes codes = table.codes(model, words);
            for (int row = 0; row < codes.tileIds().length; row++) {
                computed.put(
                        "code " + model.spec() + " " + codes.tileIds()[row],
                        Arrays.toString(Arrays.copyOfRange(codes.words(), row * words, (row + 1) * words)));
            }
        }
    }
}
