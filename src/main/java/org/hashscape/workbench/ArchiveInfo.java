package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hashscape.archive.dataset.DatasetCard;
import org.hashscape.archive.store.DescriptorTable.Count;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Rendering;

/**
 * What an archive holds, at one glance.
 *
 * @param rootFound whether the folder of the originals is there
 * @param generated how it was generated, where it was: see {@link GenerateArchive}
 * @param labels tiles per label
 * @param problems files that could not be imported
 * @param crs tiles per coordinate reference system
 * @param firstDate earliest acquisition
 * @param lastDate latest acquisition
 * @param rendering how tiles are shown and described
 * @param dataset the published data set that the tiles are of, where the import found one
 */
public record ArchiveInfo(
        String archive,
        Optional<String> root,
        boolean rootFound,
        Optional<String> generated,
        int tiles,
        SortedMap<String, Integer> labels,
        List<Archive.Problem> problems,
        List<Described> descriptors,
        List<Model> models,
        SortedMap<String, Integer> crs,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        Rendering rendering,
        Optional<DatasetCard> dataset) {

    /** A descriptor and how many tiles have it. */
    public record Described(String descriptor, int dimension, int tiles) {}

    /** A trained model. */
    public record Model(MethodSpec spec, int trainedTiles) {}

    /** Looks into an archive. */
    public static ArchiveInfo of(Archive archive) throws IOException {
        TileCatalogue catalogue = archive.catalogue();
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = Optional.empty();
        for (int row = 0; row < catalogue.size(); row++) {
            Optional<LocalDate> acquired = catalogue.acquired(row);
            if (acquired.isPresent()) {
                LocalDate date = acquired.get();
                first = Optional.of(first.filter(date::isAfter).orElse(date));
                last = Optional.of(last.filter(date::isBefore).orElse(date));
            }
        }
        return new ArchiveInfo(
                archive.file().toString(),
                archive.root().map(Object::toString),
                archive.root().filter(Files::isDirectory).isPresent(),
                archive.generated(),
                catalogue.size(),
                catalogue.labelCounts(),
                archive.problems(),
                archive.store().descriptors().counts().stream()
                        .filter(set -> !set.name().contains("+"))
                        .map(ArchiveInfo::described)
                        .toList(),
                archive.store().models().all().stream().map(ArchiveInfo::model).toList(),
                catalogue.crsCounts(),
                first,
                last,
                archive.rendering(),
                archive.dataset());
    }

    private static Described described(Count set) {
        return new Described(set.name(), set.dimension(), set.tiles());
    }

    private static Model model(StoredModel model) {
        return new Model(model.spec(), model.trainedTiles());
    }
}
