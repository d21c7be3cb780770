package org.hashscape.ui.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.region.ShownRegions.Primitive;

/** The legend of a multi-code answer: a button for each primitive of the query; not there for other answers. */
public final class PrimitivesView extends FlowPane {

    private final RegionsViewModel model;
    private final PrimitiveMenu menu;
    private final Label title = new Label("Primitives");
    private final Label remark = new Label();
    private final CheckBox on = Icons.explain(
            new CheckBox("Show regions"),
            "Outline the query's regions and those of each result that match, in the colour of their primitive");
    private final Button all =
            Icons.explain(new Button("All primitives"), "Search by all primitives of the query again");

    public PrimitivesView(RegionsViewModel model, PrimitiveMenu menu) {
        this.model = model;
        this.menu = menu;
        getStyleClass().addAll("panel", "primitives-view");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        title.getStyleClass().add("panel-title");
        remark.getStyleClass().add("muted");
        on.setId("show-regions");
        on.selectedProperty().bindBidirectional(model.onProperty());
        all.setId("all-primitives");
        all.setOnAction(event -> model.searchByAll());
        model.shownProperty().addListener(changed -> fill());
        model.onlyProperty().addListener(changed -> fill());
        visibleProperty().bind(model.explainedProperty().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        fill();
    }

    private void fill() {
        Optional<String> focused = Optional.ofNullable(getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(node -> node.getParent() == this)
                .flatMap(node -> Optional.ofNullable(node.getId()));
        List<Node> row = new ArrayList<>(List.of(title));
        Optional<ShownRegions> shown = model.shownProperty().get();
        shown.ifPresent(regions -> regions.primitives().forEach(primitive -> row.add(button(regions, primitive))));
        remark.setText(
                shown.isEmpty()
                        ? "Reading the regions…"
                        : shown.get().primitives().isEmpty() ? "None shows clearly in this query" : "");
        if (!remark.getText().isEmpty()) {
            row.add(remark);
        }
        if (model.onlyProperty().get().isPresent()) {
            row.add(all);
        }
        row.add(on);
        getChildren().setAll(row);
        focused.ifPresent(id -> Platform.runLater(() ->
                row.stream().filter(node -> id.equals(node.getId())).findFirst().ifPresent(Node::requestFocus)));
    }

    private ToggleButton button(ShownRegions regions, Primitive primitive) {
        int number = primitive.number();
        String share = regions.only().isPresent() ? "" : " · " + RegionCells.percent(primitive.share());
        String name = Optional.ofNullable(regions.names().get(number))
                .map(known -> known + " · ")
                .orElse("");
        ToggleButton button = new ToggleButton(name + primitive.bits() + " bits" + share, swatch(number));
        button.setId("primitive-" + ShownRegions.numbered(number));
        button.getStyleClass().add("primitive");
        button.setMinWidth(0);
        button.setSelected(model.onlyProperty().get().equals(Optional.of(number)));
        String said = describe(regions, primitive);
        Icons.explain(button, said);
        button.setOnAction(event -> model.toggle(number));
        button.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                menu.name(number);
            }
        });
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F2) {
                menu.name(number);
                event.consume();
            }
        });
        button.setOnContextMenuRequested(event -> {
            menu.show(button, number, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return button;
    }

    private static String describe(ShownRegions regions, Primitive primitive) {
        String share = regions.only().isPresent()
                ? ""
                : ", on average " + RegionCells.percent(primitive.share()) + " of the distance to these results";
        return "Primitive " + regions.title(primitive.number()) + ": "
                + TileText.count(primitive.regions(), "region", "regions") + ", "
                + RegionCells.percent(primitive.area()) + " of the query, a code of " + primitive.bits() + " bits"
                + share + ". Click to search by it alone; double-click or F2 to name it";
    }

    private static Label swatch(int primitive) {
        Label swatch = new Label(ShownRegions.numbered(primitive));
        swatch.getStyleClass().add("swatch");
        swatch.setStyle("-fx-background-color: " + PrimitiveColours.web(primitive) + "; -fx-text-fill: "
                + (PrimitiveColours.isLight(primitive) ? "black" : "white") + ";");
        return swatch;
    }
}
