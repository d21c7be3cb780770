package org.hashscape.archive.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/**
 * UC Merced Land Use: 21 class folders of 100 images, and beside them, perhaps, the table of the multi-label version.
 * Importing the folder that holds the table gives the 17 labels; importing {@code Images} alone gives the 21 classes.
 */
record UcMerced(boolean multiLabel) implements LayoutReader {

    static final String TABLE = "LandUse_Multilabeled.txt";
    private static final int IMAGES = 2100;

    static final DatasetCard CARD = new DatasetCard(
            "UC Merced Land Use",
            "Y. Yang and S. Newsam, Bag-of-visual-words and spatial extensions for land-use classification,"
                    + " ACM SIGSPATIAL GIS 2010",
            "public domain (USGS imagery)",
            List.of(
                    "agricultural",
                    "airplane",
                    "baseballdiamond",
                    "beach",
                    "buildings",
                    "chaparral",
                    "denseresidential",
                    "forest",
                    "freeway",
                    "golfcourse",
                    "harbor",
                    "intersection",
                    "mediumresidential",
                    "mobilehomepark",
                    "overpass",
                    "parkinglot",
                    "river",
                    "runway",
                    "sparseresidential",
                    "storagetanks",
                    "tenniscourt"));

    static final DatasetCard MULTI_LABEL_CARD = new DatasetCard(
            "UC Merced Land Use, multi-label",
            "B. Chaudhuri, B. Demir, S. Chaudhuri and L. Bruzzone, Multilabel remote sensing image retrieval using a"
                    + " semisupervised graph-theoretic method, IEEE TGRS 56(2), 2018; images: " + CARD.citation(),
            CARD.licence(),
            List.of(
                    "airplane",
                    "bare-soil",
                    "buildings",
                    "cars",
                    "chaparral",
                    "court",
                    "dock",
                    "field",
                    "grass",
                    "mobile-home",
                    "pavement",
                    "sand",
                    "sea",
                    "ship",
                    "tanks",
                    "trees",
                    "water"));

    @Override
    public boolean fits(FolderContents contents) {
        boolean table = Stream.of(contents.folder(), contents.root())
                .anyMatch(place -> Files.isRegularFile(place.resolve(TABLE)));
        return contents.hasClassesOf(CARD.classes()) && table == multiLabel;
    }

    @Override
    public DatasetScan read(FolderContents contents, Progress progress) throws IOException {
        List<DatasetEntry> byClass = new ClassFolders(true).entries(contents);
        List<String> notes = new ArrayList<>(contents.notesOnClasses(CARD, IMAGES));
        List<DatasetEntry> entries = multiLabel ? labelled(contents, byClass, notes) : byClass;
        return new DatasetScan(
                multiLabel ? DatasetLayout.UC_MERCED_MULTILABEL : DatasetLayout.UC_MERCED,
                entries,
                contents.irregular(),
                notes,
                Optional.empty());
    }

    private static List<DatasetEntry> labelled(FolderContents contents, List<DatasetEntry> byClass, List<String> notes)
            throws IOException {
        Path table = tableBeside(contents)
                .orElseThrow(() -> new IOException("There is no " + TABLE + " in " + contents.folder()
                        + " or the folder above it. Put it there, or choose another layout (--layout uc-merced)."));
        Map<String, Labels> labels = read(table);
        List<DatasetEntry> entries = new ArrayList<>();
        Set<String> met = new HashSet<>();
        int unlisted = 0;
        for (DatasetEntry entry : byClass) {
            String name = PatchBands.nameOf(entry.file());
            String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            Labels own = labels.get(stem);
            met.add(stem);
            unlisted += own == null ? 1 : 0;
            entries.add(new DatasetEntry(
                    entry.file(), entry.key(), own == null ? Labels.NONE : own, entry.footprint(), entry.acquired()));
        }
        long imageless =
                labels.keySet().stream().filter(name -> !met.contains(name)).count();
        if (unlisted > 0) {
            notes.add(String.format(Locale.ENGLISH, "%,d images are not in %s and have no labels", unlisted, TABLE));
        }
        if (imageless > 0) {
            notes.add(String.format(Locale.ENGLISH, "%,d images of %s are not here", imageless, TABLE));
        }
        return entries;
    }

    private static Optional<Path> tableBeside(FolderContents contents) {
        List<Path> places = new ArrayList<>(List.of(contents.folder(), contents.root()));
        for (Path place : List.of(contents.folder(), contents.root())) {
            Optional.ofNullable(place.getParent()).ifPresent(places::add);
        }
        return places.stream()
                .map(place -> place.resolve(TABLE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Labels by image name: one line per image, a 0 or 1 per label, separated by tabs; names in the first line. */
    static Map<String, Labels> read(Path table) throws IOException {
        Map<String, Labels> labels = new HashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            List<String> names = header == null ? List.of() : cells(header);
            if (names.size() < 2) {
                throw new IOException(table + " has no line of label names");
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                List<String> cells = cells(line);
                if (cells.size() != names.size()) {
                    throw new IOException(table + ", line " + number + ": " + cells.size() + " cells under "
                            + names.size() + " names");
                }
                List<String> own = new ArrayList<>();
                for (int i = 1; i < cells.size(); i++) {
                    switch (cells.get(i)) {
                        case "1" -> own.add(names.get(i));
                        case "0" -> {}
                        default ->
                            throw new IOException(
                                    table + ", line " + number + ": '" + cells.get(i) + "' is neither 0 nor 1");
                    }
                }
                labels.put(cells.get(0), Labels.of(own));
            }
        } catch (MalformedInputException notText) {
            throw new IOException(table + " is not text in UTF-8", notText);
        }
        return labels;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().split("\t", -1)).map(String::strip).toList();
    }
}
