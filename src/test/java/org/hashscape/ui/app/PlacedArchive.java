package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;

/** An archive whose tiles lie side by side on the map: checks at 10, spots at 20, stripes at 30 degrees north. */
final class PlacedArchive {

    private PlacedArchive() {}

    static Path make(Path folder, int perClass) throws IOException {
        Path images = TestArchive.images(folder.resolve("images"), perClass);
        StringBuilder manifest = new StringBuilder("path,labels,west,south,east,north\n");
        String[] classes = {"checks", "spots", "stripes"};
        for (int row = 0; row < classes.length; row++) {
            for (int i = 0; i < perClass; i++) {
                manifest.append(String.format(
                        Locale.ROOT,
                        "%1$s/%1$s%2$03d.png,%1$s,%2$d,%3$d,%2$d.9,%3$d.9%n",
                        classes[row],
                        i,
                        10 * (row + 1)));
            }
        }
        Files.writeString(images.resolve("manifest.csv"), manifest);
        Path archive = folder.resolve("places.hsa");
        try (Archive made = Workspace.openOrCreate(archive)) {
            new ImportTiles(made).run(images, DatasetLayout.AUTO, Progress.NONE);
        }
        return archive;
    }
}
