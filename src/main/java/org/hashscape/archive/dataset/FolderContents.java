package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashscape.archive.dataset.DatasetScan.Irregular;
import org.hashscape.model.SceneGrid;

/**
 * What a walk through a folder met, for layouts to judge.
 *
 * @param folder where the walk began
 * @param root folder that keys are relative to
 * @param images files that look like images, ascending by key, but not the band files of patches
 * @param patches folders of BigEarthNet patches, with the bands that are there
 * @param largest the largest TIFF files among the images, largest first
 * @param irregular things that are not taken; layouts add to it
 * @param headers looks at image headers
 * @param mostPixels the most pixels that a tile may have
 * @param grid how scenes are cut
 */
record FolderContents(
        Path folder,
        Path root,
        List<Path> images,
        SortedMap<Path, PatchBands> patches,
        List<Path> largest,
        List<Irregular> irregular,
        ImageHeader.Reader headers,
        long mostPixels,
        SceneGrid grid) {

    String keyOf(Path file) {
        return DatasetScanner.keyOf(root, file);
    }

    /** Name of the folder an image lies in; empty for images that lie directly in the root. */
    Optional<String> classFolderOf(Path image) {
        return Optional.ofNullable(image.getParent())
                .filter(parent -> !parent.equals(root))
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !name.isBlank());
    }

    /** Images per class folder. */
    Map<String, Integer> classCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path image : images) {
            classFolderOf(image).ifPresent(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts;
    }

    /** Whether several class folders are there, all of them in a list. */
    boolean hasClassesOf(List<String> known) {
        Map<String, Integer> counts = classCounts();
        int least = Math.min(5, known.size());
        return counts.size() >= least && known.containsAll(counts.keySet());
    }

    /** Sentences on the classes of a published set that have more or fewer images here. */
    List<String> notesOnClasses(DatasetCard card, int published) {
        Map<String, Integer> counts = classCounts();
        List<String> notes = new ArrayList<>();
        int all = counts.values().stream().mapToInt(count -> count).sum();
        List<String> missing = card.classes().stream()
                .filter(name -> !counts.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            notes.add(card.title() + " has classes that are not here: " + String.join(", ", missing));
        }
        if (all != published) {
            notes.add(String.format(
                    java.util.Locale.ENGLISH, "%s has %,d images; here are %,d", card.title(), published, all));
        }
        return notes;
    }

    /** The header of the first image that has one. */
    Optional<ImageHeader> firstHeader() {
        for (Path image : images.subList(0, Math.min(20, images.size()))) {
            try {
                return Optional.of(headers.read(image));
            } catch (IOException unreadable) {
                // the next may do
            }
        }
        return Optional.empty();
    }

    static void sort(List<DatasetEntry> entries) {
        entries.sort(Comparator.comparing(DatasetEntry::key));
    }
}
