package org.hashscape.ui.network;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.Backbones.Detected;
import org.hashscape.workbench.Backbones.Wishes;

/** Which model to import and how to use it; shows what was detected where nothing is typed. */
final class ModelForm extends VBox {

    private static final String DETECT = "detected";

    private final NetworksViewModel model;
    private final TextField source = new TextField();
    private final TextField id = new TextField();
    private final TextField input = new TextField();
    private final TextField output = new TextField();
    private final TextField size = new TextField();
    private final ComboBox<String> range =
            new ComboBox<>(FXCollections.observableArrayList(DETECT, "0..255", "0..1", "-1..1"));
    private final ComboBox<Integer> views = views();

    ModelForm(NetworksViewModel model, NetworksView.Asks asks) {
        this.model = model;
        getStyleClass().add("tool-body");
        source.setId("model-source");
        id.setId("model-id");
        Icons.explain(source, "A SavedModel's folder, a frozen graph (.pb), or a .zip, .tgz or .tar.gz of one of them");
        Icons.explain(id, "The descriptor's name: a-z, 0-9, '.', '_' and '-'");
        Icons.explain(input, "Tensor that takes the images");
        Icons.explain(output, "Tensor that gives the features");
        Icons.explain(size, "Side of the square images, in pixels");
        Icons.explain(range, "What the network expects for the values of pixels");
        range.setValue(DETECT);
        Button folder = Icons.explain(new Button("Folder…"), "Choose a SavedModel's folder");
        folder.setOnAction(event -> asks.folder().ifPresent(this::choose));
        Button file = Icons.explain(new Button("File…"), "Choose a frozen graph or an archive");
        file.setOnAction(event -> asks.file().ifPresent(this::choose));
        HBox choosers = new HBox(8, folder, file);
        choosers.setMinWidth(USE_PREF_SIZE);
        Button run = Icons.explain(new Button("Import"), "Check the model, try it, and keep it");
        run.setId("import-model");
        run.setDefaultButton(true);
        run.setOnAction(event -> start());
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !complete(), source.textProperty(), id.textProperty())
                        .or(model.watch().busyProperty()));
        getChildren().addAll(hint(), grid(choosers), run);
        model.detectedProperty().addListener((property, before, now) -> show(now));
        source.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                path().filter(Files::exists).ifPresent(model::look);
            }
        });
        show(Optional.empty());
    }

    private static Label hint() {
        Label hint = new Label("What is left empty is detected. A model is checked, then tried in a process of its own"
                + " with limits of time and memory, before it is kept.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private GridPane grid(HBox choosers) {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        ColumnConstraints words = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints(160, 320, Double.MAX_VALUE);
        wide.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().setAll(words, wide);
        form.addRow(0, NetworksView.label("Model", source), source, choosers);
        form.addRow(1, NetworksView.label("Name", id), id);
        form.addRow(2, NetworksView.label("Input tensor", input), input);
        form.addRow(3, NetworksView.label("Output tensor", output), output);
        form.addRow(4, NetworksView.label("Image size", size), size);
        form.addRow(5, NetworksView.label("Pixel values", range), range);
        form.addRow(6, NetworksView.label("Views", views), views);
        return form;
    }

    /** 1, 4 or 8 orientations, in words. */
    static ComboBox<Integer> views() {
        ComboBox<Integer> box = new ComboBox<>(FXCollections.observableArrayList(List.of(1, 4, 8)));
        box.setValue(1);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer count) {
                return switch (count == null ? 0 : count) {
                    case 4 -> "4 rotations: 4 times as long";
                    case 8 -> "8 rotations and mirrors: 8 times as long";
                    default -> "1: the tile as it is";
                };
            }

            @Override
            public Integer fromString(String typed) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        return Icons.explain(box, "Orientations of a tile over which features are averaged");
    }

    private void choose(Path chosen) {
        source.setText(chosen.toString());
        if (id.getText().isBlank()) {
            id.setText(NetworksViewModel.nameFor(chosen));
        }
        model.look(chosen);
    }

    private void show(Optional<Detected> found) {
        input.setPromptText(found.flatMap(Detected::input).orElse(DETECT));
        output.setPromptText(found.flatMap(Detected::output).orElse(DETECT));
        size.setPromptText(found.flatMap(Detected::size).map(String::valueOf).orElse(DETECT));
        range.getItems()
                .set(
                        0,
                        found.flatMap(Detected::range)
                                .map(is -> DETECT + ": " + is)
                                .orElse(DETECT));
        if (range.getSelectionModel().getSelectedIndex() <= 0) {
            range.getSelectionModel().select(0);
        }
    }

    private void start() {
        model.importModel(
                path().orElseThrow(),
                new Wishes(
                        id.getText().strip(),
                        typed(input),
                        typed(output),
                        typed(size).map(ModelForm::number),
                        Optional.ofNullable(range.getValue()).filter(value -> !value.startsWith(DETECT)),
                        views.getValue()));
    }

    /** What is no number is -1, and refused like one out of range. */
    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static Optional<String> typed(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    private boolean complete() {
        return !id.getText().isBlank() && path().filter(Files::exists).isPresent();
    }

    private Optional<Path> path() {
        try {
            return typed(source).map(Path::of);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
