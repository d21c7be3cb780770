package org.hashscape.ui.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.ImportSource;

/** Asks which folder to import, into which archive, and how its folders are to be read. */
final class ImportDialog extends Dialog<ImportDialog.Choice> {

    /** @param newArchive the file to import into; empty for the open archive */
    record Choice(Path folder, Optional<Path> newArchive, DatasetLayout layout) {}

    private final FileChoices files;
    private final Window owner;
    private final TextField folder = new TextField();
    private final TextField file = new TextField();
    private final RadioButton intoOpen = new RadioButton();
    private final RadioButton intoNew = new RadioButton("A new archive file");
    private final ComboBox<DatasetLayout> layout =
            new ComboBox<>(FXCollections.observableArrayList(DatasetLayout.values()));

    ImportDialog(Window owner, FileChoices files, Look look, Optional<String> openArchive, Optional<Path> start) {
        this.owner = owner;
        this.files = files;
        initOwner(owner);
        setTitle("Import folder");
        setResizable(true);
        look.applyTo(getDialogPane());
        getDialogPane().setContent(form(openArchive));
        ButtonType run = new ButtonType("Import", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(run, ButtonType.CANCEL);
        getDialogPane()
                .lookupButton(run)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !complete(), folder.textProperty(), file.textProperty(), intoNew.selectedProperty()));
        setResultConverter(button -> button == run
                ? new Choice(
                        Path.of(folder.getText().strip()),
                        intoNew.isSelected() ? Optional.of(archiveFile()) : Optional.empty(),
                        layout.getValue())
                : null);
        start.ifPresent(this::choose);
    }

    private GridPane form(Optional<String> openArchive) {
        ToggleGroup target = new ToggleGroup();
        intoOpen.setToggleGroup(target);
        intoNew.setToggleGroup(target);
        intoOpen.setText(
                "The open archive" + openArchive.map(name -> ", " + name).orElse(""));
        intoOpen.setDisable(openArchive.isEmpty());
        (openArchive.isPresent() ? intoOpen : intoNew).setSelected(true);
        file.disableProperty().bind(intoNew.selectedProperty().not());
        Icons.explain(folder, "Folder with the images, folders below it too; or one TIFF scene or manifest");
        Icons.explain(file, "Where the new archive shall lie");
        Icons.explain(layout, "How folders become labels");
        layout.setValue(DatasetLayout.AUTO);
        layout.setConverter(new LayoutNames());
        layout.setMaxWidth(Double.MAX_VALUE);
        Button browseFolder = Icons.explain(new Button("Browse…"), "Choose the folder");
        browseFolder.setOnAction(
                event -> files.folder(owner, "Folder to import").ifPresent(this::choose));
        Button browseFile = Icons.explain(new Button("Browse…"), "Choose the archive file");
        browseFile.disableProperty().bind(file.disableProperty());
        browseFile.setOnAction(event -> files.archiveToMake(owner).ifPresent(path -> file.setText(path.toString())));
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        ColumnConstraints words = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints(200, 380, Double.MAX_VALUE);
        wide.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().setAll(words, wide);
        form.addRow(0, new Label("Folder"), folder, browseFolder);
        form.addRow(1, new Label("Into"), new VBox(8, intoOpen, intoNew));
        form.addRow(2, new Label(), file, browseFile);
        form.addRow(3, new Label("Labels"), layout);
        return form;
    }

    /** Takes a folder over and proposes an archive file beside it. */
    private void choose(Path wanted) {
        folder.setText(wanted.toString());
        if (file.getText().isBlank()) {
            file.setText(wanted.resolveSibling(wanted.getFileName() + ".hsa").toString());
        }
    }

    private Path archiveFile() {
        String typed = file.getText().strip();
        return Path.of(typed.endsWith(".hsa") ? typed : typed + ".hsa");
    }

    private boolean complete() {
        try {
            boolean there = !folder.getText().isBlank()
                    && ImportSource.isReadable(Path.of(folder.getText().strip()));
            return there && (!intoNew.isSelected() || !file.getText().isBlank());
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    /** The layouts in the user's words. */
    private static final class LayoutNames extends StringConverter<DatasetLayout> {

        @Override
        public String toString(DatasetLayout layout) {
            return switch (layout) {
                case AUTO -> "Find out";
                case FOLDERS -> "The folder's name is the label";
                case FLAT -> "No labels";
                case MANIFEST -> "A manifest (CSV, JSON, GeoJSON) names the labels";
                default -> layout.card().title();
            };
        }

        @Override
        public DatasetLayout fromString(String typed) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
