package org.hashscape.ui.map;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.map.MapViewModel.Showing;
import org.hashscape.ui.map.MapViewModel.Tool;
import org.hashscape.workbench.map.MapStyle;
import org.hashscape.workbench.map.MapView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The map with its buttons, or what stands there while there is none. */
public final class MapPane extends StackPane {

    private static final double ZOOM = 1.7;

    private final MapViewModel model;
    private final MapCanvas canvas;

    public MapPane(MapViewModel model) {
        this.model = model;
        this.canvas = new MapCanvas(model);
        getStyleClass().add("map-pane");
        setMinSize(0, 0);
        EmptyState nowhere = new EmptyState(
                MaterialDesignM.MAP_MARKER_OFF_OUTLINE,
                "No tile of this archive has a place. GeoTIFF files and a manifest.csv can tell one.");
        ProgressIndicator turning = new ProgressIndicator();
        turning.setAccessibleText("Laying out the map");
        turning.setMaxSize(48, 48);
        StackPane map = new StackPane(canvas, buttons());
        map.setMinSize(0, 0);
        getChildren().addAll(map, nowhere, turning);
        map.visibleProperty().bind(model.showingProperty().isEqualTo(Showing.MAP));
        nowhere.visibleProperty().bind(model.showingProperty().isEqualTo(Showing.NO_PLACES));
        turning.visibleProperty().bind(model.showingProperty().isEqualTo(Showing.LAYING_OUT));
        canvas.paletteProperty()
                .addListener((property, before, now) ->
                        model.styleProperty().set(now == Theme.DARK.palette() ? MapStyle.DARK : MapStyle.LIGHT));
    }

    public MapCanvas canvas() {
        return canvas;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return canvas.paletteProperty();
    }

    private VBox buttons() {
        Button fitResults = button(
                MaterialDesignN.NUMERIC_1_BOX_MULTIPLE_OUTLINE, "Show the query and its results", model::fitResults);
        fitResults.setId("map-fit-results");
        fitResults.disableProperty().bind(model.resultsProperty().map(List::isEmpty));
        Button fit = button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Show all tiles (Home)", model::fit);
        fit.setId("map-fit");
        VBox buttons = new VBox(
                button(MaterialDesignP.PLUS, "Zoom in (+)", () -> zoom(ZOOM)),
                button(MaterialDesignM.MINUS, "Zoom out (-)", () -> zoom(1 / ZOOM)),
                fit,
                fitResults,
                tool(
                        MaterialDesignS.SELECTION_DRAG,
                        Tool.RECTANGLE,
                        "Draw a rectangle: only tiles in it are shown and found (drag; Esc ends)"),
                tool(
                        MaterialDesignV.VECTOR_POLYGON,
                        Tool.POLYGON,
                        "Draw a polygon: only tiles in it are shown and found (click corners, double click ends; Esc"
                                + " gives up)"));
        buttons.getStyleClass().add("map-buttons");
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        buttons.setPickOnBounds(false);
        StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
        return buttons;
    }

    private void zoom(double factor) {
        MapView view = model.viewProperty().get();
        model.viewProperty().set(view.zoomed(factor, view.width() / 2, view.height() / 2));
    }

    private static Button button(Ikon icon, String what, Runnable action) {
        Button button = Icons.button(icon, what, action);
        button.getStyleClass().add("map-button");
        return button;
    }

    private ToggleButton tool(Ikon icon, Tool which, String what) {
        ToggleButton button = Icons.explain(new ToggleButton(null, Icons.of(icon)), what);
        button.getStyleClass().addAll("icon-button", "map-button");
        button.setId("map-" + which.name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> {
            model.toolProperty().set(button.isSelected() ? which : Tool.MOVE);
            canvas.requestFocus();
        });
        model.toolProperty().addListener((property, before, now) -> button.setSelected(now == which));
        return button;
    }
}
