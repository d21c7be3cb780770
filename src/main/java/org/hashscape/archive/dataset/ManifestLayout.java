package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.Progress;

/**
 * Images that a {@code manifest.csv}, {@code manifest.json} or {@code manifest.geojson} lists.
 *
 * @param told the manifest that the user named, where it has another name
 */
record ManifestLayout(Optional<Path> told) implements LayoutReader {

    /** Names of manifests, the one that wins first. */
    static final List<String> NAMES = List.of("manifest.csv", "manifest.json", "manifest.geojson");

    /** The manifest that speaks for a folder: its own, or the root's; empty where there is neither. */
    static Optional<Path> manifestOf(Path folder, Path root) {
        return Stream.of(folder, root)
                .flatMap(place -> NAMES.stream().map(place::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public boolean fits(FolderContents contents) {
        return told.isPresent()
                || manifestOf(contents.folder(), contents.root()).isPresent();
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) throws IOException {
        Path folder = contents.folder();
        Path root = contents.root();
        Path file = told.or(() -> manifestOf(folder, root))
                .orElseThrow(() -> new IOException("There is no " + String.join(", ", NAMES) + " in " + folder
                        + ". Put it back, or choose another layout (--layout folders or flat)."));
        Path base = Optional.ofNullable(file.getParent()).orElse(folder);
        Manifest manifest = Manifest.read(file);
        List<DatasetEntry> entries = new ArrayList<>();
        Set<String> found = new HashSet<>();
        List<Path> images = new ArrayList<>(contents.images());
        contents.patches()
                .forEach((patch, bands) -> bands.present().forEach(band -> images.add(PatchBands.file(patch, band))));
        for (Path image : images) {
            String path = DatasetScanner.keyOf(base, image);
            Manifest.Row row = manifest.rows().get(path);
            if (row != null) {
                found.add(path);
                entries.add(
                        new DatasetEntry(image, contents.keyOf(image), row.labels(), row.footprint(), row.acquired()));
            }
        }
        FolderContents.sort(entries);
        String name = PatchBands.nameOf(file);
        String within = base.equals(folder) ? "" : DatasetScanner.keyOf(base, folder) + "/";
        String above = base.equals(root) ? "" : DatasetScanner.keyOf(root, base) + "/";
        for (String path : manifest.rows().keySet()) {
            if (path.startsWith(within) && !found.contains(path)) {
                contents.irregular()
                        .add(new Irregular(above + path, "Named in " + name + ", but there is no such image file"));
            }
        }
        manifest.faults().forEach((path, fault) -> contents.irregular().add(new Irregular(above + path, fault)));
        return new DatasetScan(DatasetLayout.MANIFEST, entries, contents.irregular(), List.of(), Optional.empty());
    }
}
