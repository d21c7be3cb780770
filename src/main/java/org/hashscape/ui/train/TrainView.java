package org.hashscape.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hashscape.ui.chart.CurvesPane;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.JobRow;
import org.hashscape.ui.common.Palette;
import org.hashscape.workbench.SearchArchive.Choice;

/** Choices above, curves of the running training in the middle, progress below. */
public final class TrainView extends BorderPane {

    private static final int MOST_BITS = 512;
    private static final int MOST_SEED = 1_000_000;

    private final TrainViewModel model;

    public TrainView(TrainViewModel model, Palette palette) {
        this.model = model;
        getStyleClass().add("tool-view");
        CurvesPane curves = new CurvesPane(palette);
        model.watch().curvesProperty().addListener((property, before, now) -> curves.show(now));
        Label cost = new Label();
        cost.setId("training-cost");
        cost.textProperty().bind(model.costProperty());
        cost.setWrapText(true);
        cost.setMinHeight(USE_PREF_SIZE);
        cost.getStyleClass().add("muted");
        VBox top = new VBox(choices(), cost, buttons());
        top.getStyleClass().add("tool-body");
        setTop(top);
        setCenter(curves);
        setBottom(new JobRow(model.watch()));
    }

    private FlowPane choices() {
        FlowPane row = new FlowPane(12, 8);
        row.getChildren()
                .addAll(
                        field(
                                "Method",
                                choice("train-method", model.methods(), model.methodProperty(), "Hashing method")),
                        field(
                                "Descriptor",
                                choice(
                                        "train-descriptor",
                                        model.descriptors(),
                                        model.descriptorProperty(),
                                        "What is measured of each image before hashing")),
                        field("Bits", bits()),
                        field("Seed", seed()));
        row.disableProperty().bind(model.watch().busyProperty());
        return row;
    }

    private static VBox field(String name, javafx.scene.control.Control control) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        label.setLabelFor(control);
        return new VBox(2, label, control);
    }

    private static ComboBox<Choice> choice(String id, List<Choice> choices, StringProperty chosen, String what) {
        ComboBox<Choice> box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Choice choice) {
                return choice == null ? "" : choice.title();
            }

            @Override
            public Choice fromString(String typed) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.setValue(choices.stream()
                .filter(choice -> choice.id().equals(chosen.get()))
                .findFirst()
                .orElse(new Choice(chosen.get(), chosen.get())));
        box.valueProperty().addListener((property, before, now) -> chosen.set(now.id()));
        return Icons.explain(box, what);
    }

    private Spinner<Integer> bits() {
        Spinner<Integer> spinner = spinner(
                new IntegerSpinnerValueFactory(
                        1, MOST_BITS, model.bitsProperty().get(), 8),
                "train-bits");
        spinner.valueProperty()
                .addListener((property, before, now) -> model.bitsProperty().set(now));
        spinner.getEditor().setAccessibleText("Bits");
        return Icons.explain(spinner, "Length of the hash code, 1 to " + MOST_BITS);
    }

    private Spinner<Integer> seed() {
        ObjectProperty<Long> seed = model.seedProperty();
        int start = (int) Math.max(0, Math.min(MOST_SEED, seed.get()));
        Spinner<Integer> spinner = spinner(new IntegerSpinnerValueFactory(0, MOST_SEED, start), "train-seed");
        spinner.getEditor().setAccessibleText("Seed");
        spinner.valueProperty().addListener((property, before, now) -> seed.set(now.longValue()));
        return Icons.explain(spinner, "Seed of every random choice; the same seed gives the same model");
    }

    private static Spinner<Integer> spinner(IntegerSpinnerValueFactory values, String id) {
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(Region.USE_COMPUTED_SIZE);
        spinner.getEditor().setPrefColumnCount(6);
        StringConverter<Integer> strict = values.getConverter();
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return strict.toString(value);
            }

            @Override
            public Integer fromString(String typed) {
                try {
                    return Math.max(values.getMin(), Math.min(values.getMax(), Integer.parseInt(typed.strip())));
                } catch (NumberFormatException notANumber) {
                    return values.getValue();
                }
            }
        });
        spinner.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
        return spinner;
    }

    private HBox buttons() {
        Button train = Icons.explain(new Button("Train"), "Train this method and encode every tile");
        train.setId("train");
        train.setDefaultButton(true);
        train.setOnAction(event -> model.start());
        train.disableProperty().bind(model.watch().busyProperty());
        Button use = Icons.explain(new Button("Use now"), "Search by the trained model");
        use.setId("use-trained");
        use.setOnAction(event -> model.useTrained());
        use.disableProperty().bind(model.trainedProperty().map(Optional::isEmpty));
        HBox row = new HBox(8, train, use);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }
}
