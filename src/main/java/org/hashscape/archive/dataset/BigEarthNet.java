package org.hashscape.archive.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.GroundRectangle;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.TileSource;

/**
 * BigEarthNet, Sentinel-2 (12 band files per patch) and Sentinel-1 (VV and VH): one folder per patch, which becomes one
 * tile; labels, date, system and corners come from its {@code _labels_metadata.json}.
 */
record BigEarthNet(boolean detailed) implements LayoutReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_JSON_BYTES = 1 << 20;

    private static final String CITATION = "G. Sumbul, A. de Wall, T. Kreuziger, F. Marcelino, H. Costa, P. Benevides,"
            + " M. Caetano, B. Demir and V. Markl, BigEarthNet-MM: a large-scale, multimodal, multilabel benchmark archive"
            + " for remote sensing image classification and retrieval, IEEE GRSM 9(3), 2021";

    private static final String LICENCE = "CDLA-Permissive-1.0";

    static final DatasetCard CARD =
            new DatasetCard("BigEarthNet, 19 classes", CITATION, LICENCE, BigEarthNetClasses.NINETEEN);

    static final DatasetCard CARD_43 =
            new DatasetCard("BigEarthNet, 43 classes", CITATION, LICENCE, BigEarthNetClasses.FORTY_THREE);

    @Override
    public boolean fits(FolderContents contents) {
        return !detailed
                && contents.patches().values().stream().anyMatch(bands -> bands.labelled() && bands.bits() != 0);
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) throws IOException {
        if (contents.patches().isEmpty()) {
            throw new IOException("There is no BigEarthNet patch in " + contents.folder()
                    + ": no folder NAME with NAME_B02.tif or NAME_VV.tif and NAME_labels_metadata.json.");
        }
        List<DatasetEntry> entries = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        int optical = 0;
        int unlabelled = 0;
        int looked = 0;
        for (Map.Entry<Path, PatchBands> patch : contents.patches().entrySet()) {
            progress.checkCancelled();
            if (++looked % 1000 == 0) {
                progress.report(
                        -1,
                        String.format(
                                Locale.ENGLISH,
                                "Reading the labels of %,d of %,d patches",
                                looked,
                                contents.patches().size()));
            }
            try {
                DatasetEntry entry = entry(contents, patch.getKey(), patch.getValue(), unknown);
                entries.add(entry);
                unlabelled += entry.labels().isEmpty() ? 1 : 0;
                optical += patch.getValue().has("B02") ? 1 : 0;
            } catch (IOException wrong) {
                contents.irregular()
                        .add(new Irregular(contents.keyOf(patch.getKey()), String.valueOf(wrong.getMessage())));
            }
        }
        contents.images()
                .forEach(stray -> contents.irregular()
                        .add(new Irregular(contents.keyOf(stray), "Not a band file of a BigEarthNet patch")));
        FolderContents.sort(entries);
        RenderingPreset preset =
                2 * optical >= entries.size() ? RenderingPreset.SENTINEL_2 : RenderingPreset.SENTINEL_1;
        return new DatasetScan(
                detailed ? DatasetLayout.BIGEARTHNET_43 : DatasetLayout.BIGEARTHNET,
                entries,
                contents.irregular(),
                notes(unknown, unlabelled),
                Optional.of(preset));
    }

    private static List<String> notes(TreeSet<String> unknown, int unlabelled) {
        List<String> notes = new ArrayList<>();
        if (!unknown.isEmpty()) {
            notes.add("Labels that are none of BigEarthNet's, taken as they are: " + String.join(", ", unknown));
        }
        if (unlabelled > 0) {
            notes.add(
                    String.format(Locale.ENGLISH, "%,d patches have none of the 19 classes, so no label", unlabelled));
        }
        return notes;
    }

    private DatasetEntry entry(FolderContents contents, Path patch, PatchBands bands, TreeSet<String> unknown)
            throws IOException {
        List<String> expected = bands.has("VV") || bands.has("VH") ? PatchBands.SENTINEL_1 : PatchBands.SENTINEL_2;
        List<String> missing =
                expected.stream().filter(band -> !bands.has(band)).toList();
        if (!missing.isEmpty()) {
            throw new IOException("The patch lacks bands: " + String.join(", ", missing));
        }
        if (!bands.labelled()) {
            throw new IOException("The patch lacks its " + PatchBands.nameOf(patch) + PatchBands.JSON);
        }
        List<String> files = expected.stream()
                .map(band -> contents.keyOf(PatchBands.file(patch, band)))
                .toList();
        JsonNode said = read(patch.resolve(PatchBands.nameOf(patch) + PatchBands.JSON));
        return new DatasetEntry(
                PatchBands.file(patch, expected.get(0)),
                contents.keyOf(patch),
                labels(said, unknown),
                Optional.empty(),
                date(said),
                Optional.of(new TileSource(files, Optional.empty())),
                ground(said));
    }

    private static JsonNode read(Path file) throws IOException {
        if (Files.size(file) > MOST_JSON_BYTES) {
            throw new IOException(PatchBands.nameOf(file) + " is too large to be a patch's metadata");
        }
        try {
            JsonNode said = JSON.readTree(Files.readAllBytes(file));
            if (said == null || !said.isObject()) {
                throw new IOException("it is no JSON object");
            }
            return said;
        } catch (IOException wrong) {
            throw new IOException(
                    PatchBands.nameOf(file) + " cannot be read: "
                            + String.valueOf(wrong.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    wrong);
        }
    }

    private Labels labels(JsonNode said, TreeSet<String> unknown) {
        TreeSet<String> labels = new TreeSet<>();
        for (JsonNode label : said.path("labels")) {
            String name = label.asText().strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!BigEarthNetClasses.FORTY_THREE.contains(name)) {
                unknown.add(name);
                labels.add(name);
            } else if (detailed) {
                labels.add(name);
            } else {
                BigEarthNetClasses.toNineteen(name).ifPresent(labels::add);
            }
        }
        return Labels.of(labels);
    }

    private static Optional<LocalDate> date(JsonNode said) {
        String text = said.path("acquisition_date")
                .asText(said.path("acquisition_time").asText(""));
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<GroundRectangle> ground(JsonNode said) {
        JsonNode corners = said.path("coordinates");
        JsonNode lower = corners.has("lry") ? corners.path("lry") : corners.path("lly"); // Sentinel-1 files say lly
        String system = said.path("projection").asText("");
        boolean whole = corners.path("ulx").isNumber()
                && corners.path("uly").isNumber()
                && corners.path("lrx").isNumber()
                && lower.isNumber()
                && !system.isBlank();
        return whole
                ? Optional.of(new GroundRectangle(
                        corners.path("ulx").asDouble(),
                        corners.path("uly").asDouble(),
                        corners.path("lrx").asDouble(),
                        lower.asDouble(),
                        system))
                : Optional.empty();
    }
}
