package org.hashscape.archive.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The band files of one BigEarthNet patch: {@code NAME/NAME_B02.tif}. As bits, since an archive has 590,326 patches of up
 * to 12 files.
 *
 * @param bits which bands of {@link #ALL} are there
 * @param labelled whether its {@code NAME_labels_metadata.json} is there
 */
record PatchBands(int bits, boolean labelled) {

    static final List<String> SENTINEL_2 =
            List.of("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12");
    static final List<String> SENTINEL_1 = List.of("VV", "VH");
    static final String JSON = "_labels_metadata.json";

    private static final List<String> ALL;

    static {
        List<String> all = new ArrayList<>(SENTINEL_2);
        all.addAll(SENTINEL_1);
        ALL = List.copyOf(all);
    }

    static final PatchBands NONE = new PatchBands(0, false);

    /** The same with one more file; empty where the file is none of a patch's. */
    Optional<PatchBands> with(Path file) {
        String folder = nameOf(file.getParent());
        String name = nameOf(file);
        if (folder.isEmpty() || !name.startsWith(folder + "_")) {
            return Optional.empty();
        }
        String rest = name.substring(folder.length());
        if (rest.equals(JSON)) {
            return Optional.of(new PatchBands(bits, true));
        }
        int band = rest.endsWith(".tif") ? ALL.indexOf(rest.substring(1, rest.length() - 4)) : -1;
        return band < 0 ? Optional.empty() : Optional.of(new PatchBands(bits | 1 << band, labelled));
    }

    boolean has(String band) {
        return (bits >> ALL.indexOf(band) & 1) != 0;
    }

    /** Bands that are there, in the sensor's order. */
    List<String> present() {
        return ALL.stream().filter(this::has).toList();
    }

    /** The file of a band. */
    static Path file(Path patch, String band) {
        return patch.resolve(nameOf(patch) + "_" + band + ".tif");
    }

    static String nameOf(@Nullable Path path) {
        Path name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }
}
