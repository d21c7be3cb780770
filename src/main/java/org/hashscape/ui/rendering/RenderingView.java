package org.hashscape.ui.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hashscape.model.Raster;
import org.hashscape.model.RenderingPreset;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Pictures;
import org.hashscape.ui.rendering.RenderingViewModel.Bands;
import org.hashscape.ui.rendering.RenderingViewModel.StretchKind;

/** Preset, bands and stretch at the left, some tiles as they will look at the right. */
public final class RenderingView extends HBox {

    private static final int COLUMNS = 3;
    private static final double PICTURE = 132;

    /** @param consequences what becomes of what was computed, as a sentence */
    public RenderingView(RenderingViewModel model, String consequences) {
        getStyleClass().add("rendering-view");
        setSpacing(20);
        getChildren().setAll(form(model, consequences), preview(model));
    }

    private static VBox form(RenderingViewModel model, String consequences) {
        Label message = new Label();
        message.setId("rendering-message");
        message.setWrapText(true);
        message.getStyleClass().add("problem");
        message.textProperty().bind(model.messageProperty());
        Label warning = new Label(consequences);
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        VBox form = new VBox(12, presets(model), bands(model), stretch(model), message, warning);
        form.setPrefWidth(360);
        form.setMinWidth(300);
        return form;
    }

    private static VBox presets(RenderingViewModel model) {
        List<Optional<RenderingPreset>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        for (RenderingPreset preset : RenderingPreset.values()) {
            choices.add(Optional.of(preset));
        }
        ComboBox<Optional<RenderingPreset>> presets = new ComboBox<>(FXCollections.observableArrayList(choices));
        presets.setId("rendering-preset");
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<RenderingPreset> preset) {
                return preset == null ? "" : preset.map(RenderingPreset::title).orElse("Own choice");
            }

            @Override
            public Optional<RenderingPreset> fromString(String typed) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        Icons.explain(presets, "Fills in what is usual for a sensor or data set");
        presets.valueProperty().bindBidirectional(model.presetProperty());
        Label name = new Label("Preset");
        name.setLabelFor(presets);
        return new VBox(4, name, presets);
    }

    private static VBox bands(RenderingViewModel model) {
        ToggleGroup group = new ToggleGroup();
        RadioButton automatic =
                radio("The first three", "Grey where there are fewer", group, model.bandsProperty(), Bands.AUTOMATIC);
        RadioButton three = radio(
                "Three bands", "One for red, one for green, one for blue", group, model.bandsProperty(), Bands.THREE);
        RadioButton one = radio("One band, grey", "A single band", group, model.bandsProperty(), Bands.ONE);
        TextField red = field(model.redProperty(), "rendering-red", "Number of the red (or only) band, from 1");
        TextField green = field(model.greenProperty(), "rendering-green", "Number of the green band, from 1");
        TextField blue = field(model.blueProperty(), "rendering-blue", "Number of the blue band, from 1");
        red.disableProperty().bind(model.bandsProperty().isEqualTo(Bands.AUTOMATIC));
        green.disableProperty().bind(model.bandsProperty().isNotEqualTo(Bands.THREE));
        blue.disableProperty().bind(model.bandsProperty().isNotEqualTo(Bands.THREE));
        Label first = new Label();
        first.textProperty()
                .bind(Bindings.when(model.bandsProperty().isEqualTo(Bands.ONE))
                        .then("Grey")
                        .otherwise("Red"));
        GridPane numbers = new GridPane();
        numbers.setHgap(8);
        numbers.setVgap(4);
        numbers.addRow(0, first, new Label("Green"), new Label("Blue"));
        numbers.addRow(1, red, green, blue);
        return new VBox(6, heading("Bands"), automatic, three, one, numbers);
    }

    private static VBox stretch(RenderingViewModel model) {
        ToggleGroup group = new ToggleGroup();
        RadioButton automatic = radio(
                "8-bit values as stored, others 2..98 %",
                "What is usual for pictures", group, model.stretchProperty(), StretchKind.AUTOMATIC);
        RadioButton percentile = radio(
                "Percentiles of each tile",
                "Full contrast in every tile; brightness cannot be compared",
                group,
                model.stretchProperty(),
                StretchKind.PERCENTILE);
        RadioButton range = radio(
                "The same values in all tiles",
                "Brightness can be compared; the values are those of the file",
                group,
                model.stretchProperty(),
                StretchKind.RANGE);
        TextField low = field(model.lowProperty(), "rendering-low", "What becomes black");
        TextField high = field(model.highProperty(), "rendering-high", "What becomes white");
        low.disableProperty().bind(model.stretchProperty().isEqualTo(StretchKind.AUTOMATIC));
        high.disableProperty().bind(low.disableProperty());
        HBox limits = new HBox(8, new Label("From"), low, new Label("to"), high);
        limits.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, heading("Contrast"), automatic, percentile, range, limits);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static <T> RadioButton radio(
            String text, String why, ToggleGroup group, ObjectProperty<T> property, T value) {
        RadioButton button = Icons.explain(new RadioButton(text), why);
        button.setToggleGroup(group);
        button.setSelected(property.get() == value);
        button.selectedProperty().addListener((selected, before, now) -> {
            if (now) {
                property.set(value);
            }
        });
        property.addListener((changed, before, now) -> {
            if (now == value) {
                button.setSelected(true);
            }
        });
        return button;
    }

    private static TextField field(StringProperty text, String id, String why) {
        TextField field = Icons.explain(new TextField(), why);
        field.setId(id);
        field.setPrefColumnCount(6);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static VBox preview(RenderingViewModel model) {
        TilePane tiles = new TilePane(6, 6);
        tiles.setPrefColumns(COLUMNS);
        tiles.setPrefTileWidth(PICTURE);
        tiles.setPrefTileHeight(PICTURE);
        tiles.setAccessibleText("Some tiles as they will look");
        model.picturesProperty().addListener((property, before, now) -> draw(tiles, now));
        draw(tiles, model.picturesProperty().get());
        VBox preview = new VBox(6, heading("Preview"), tiles);
        preview.setMinWidth(COLUMNS * (PICTURE + 6));
        return preview;
    }

    private static void draw(TilePane tiles, List<Raster> pictures) {
        tiles.getChildren()
                .setAll(pictures.stream()
                        .map(picture -> {
                            ImageView view = new ImageView(Pictures.of(picture));
                            view.setFitWidth(PICTURE);
                            view.setFitHeight(PICTURE);
                            view.setPreserveRatio(true);
                            view.setSmooth(true);
                            return view;
                        })
                        .toList());
    }
}
