package org.hashscape.ui.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.hashscape.workbench.export.ExportFormat;
import org.jspecify.annotations.Nullable;

/** Asks the user for files and folders with the system's own dialogs; each starts where the last one ended. */
final class FileChoices {

    private static final ExtensionFilter ARCHIVES = new ExtensionFilter("Hashscape archives (*.hsa)", "*.hsa");

    private @Nullable Path lastFolder;

    Optional<Path> archiveToOpen(Window owner) {
        FileChooser chooser = chooser("Open archive", ARCHIVES);
        return remember(chooser.showOpenDialog(owner));
    }

    Optional<Path> archiveToRepair(Window owner) {
        return remember(chooser("Repair archive", ARCHIVES).showOpenDialog(owner));
    }

    Optional<Path> archiveToMake(Window owner) {
        FileChooser chooser = chooser("New archive", ARCHIVES);
        return remember(chooser.showSaveDialog(owner)).map(path -> withEnding(path, ".hsa"));
    }

    Optional<Path> folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (lastFolder != null && Files.isDirectory(lastFolder)) {
            chooser.setInitialDirectory(lastFolder.toFile());
        }
        return remember(chooser.showDialog(owner));
    }

    Optional<Path> image(Window owner) {
        FileChooser chooser = chooser(
                "Query by image file",
                new ExtensionFilter("Images", "*.png", "*.jpg", "*.jpeg", "*.tif", "*.tiff"),
                new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner));
    }

    Optional<Path> networkFile(Window owner) {
        FileChooser chooser = chooser(
                "Network to import",
                new ExtensionFilter("Frozen graphs and archives", "*.pb", "*.zip", "*.tgz", "*.tar.gz"),
                new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner));
    }

    Optional<Path> export(Window owner, String name) {
        FileChooser chooser = chooser(
                "Export",
                Arrays.stream(ExportFormat.values())
                        .map(format -> new ExtensionFilter(
                                format.title() + " (*" + format.ending() + ")", "*" + format.ending()))
                        .toArray(ExtensionFilter[]::new));
        chooser.setInitialFileName(name + ExportFormat.HTML.ending());
        Optional<Path> chosen = remember(chooser.showSaveDialog(owner));
        ExtensionFilter format = chooser.getSelectedExtensionFilter();
        String ending = format == null
                ? ExportFormat.HTML.ending()
                : format.getExtensions().get(0).substring(1);
        return chosen.map(path -> ExportFormat.of(path).isPresent() ? path : withEnding(path, ending));
    }

    Optional<Path> evaluation(Window owner) {
        FileChooser chooser = chooser(
                "Export evaluation",
                new ExtensionFilter("Report (*.html)", "*.html"),
                new ExtensionFilter("Markdown table (*.md)", "*.md"),
                new ExtensionFilter("Table (*.csv)", "*.csv"),
                new ExtensionFilter("JSON (*.json)", "*.json"));
        chooser.setInitialFileName("evaluation.html");
        Optional<Path> chosen = remember(chooser.showSaveDialog(owner));
        ExtensionFilter format = chooser.getSelectedExtensionFilter();
        String ending = format == null ? ".html" : format.getExtensions().get(0).substring(1);
        return chosen.map(path -> String.valueOf(path.getFileName()).matches(".*\\.(html|md|csv|json)")
                ? path
                : withEnding(path, ending));
    }

    private FileChooser chooser(String title, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filters);
        if (lastFolder != null && Files.isDirectory(lastFolder)) {
            chooser.setInitialDirectory(lastFolder.toFile());
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        Path path = chosen.toPath();
        lastFolder = Files.isDirectory(path) ? path : path.getParent();
        return Optional.of(path);
    }

    private static Path withEnding(Path path, String ending) {
        return path.toString().endsWith(ending) ? path : path.resolveSibling(path.getFileName() + ending);
    }
}
