package org.hashscape.ui.comparison;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.model.Labels;
import org.hashscape.ui.common.EmptyState;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.comparison.WhyViewModel.Said;
import org.hashscape.ui.comparison.WhyViewModel.Why;
import org.hashscape.workbench.Explanation;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Why the selected result is where it is: its labels beside the query's, and bits and distances by each method. */
public final class WhyView extends BorderPane {

    private final VBox content = new VBox();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(this, "palette", Theme.LIGHT.palette());

    public WhyView(WhyViewModel model) {
        getStyleClass().addAll("panel", "why-view");
        Label title = new Label("Why this result");
        title.getStyleClass().addAll("panel-title", "why-title");
        setTop(title);
        content.getStyleClass().add("why");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("query-scroll");
        scroll.setFocusTraversable(false);
        EmptyState none = new EmptyState(
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                "Click a result to see which bits, descriptors and labels it shares with the query.");
        none.visibleProperty().bind(model.whyProperty().map(Optional::isEmpty));
        scroll.visibleProperty().bind(none.visibleProperty().not());
        setCenter(new StackPane(scroll, none));
        model.whyProperty().addListener((property, before, now) -> show(now));
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    private void show(Optional<Why> now) {
        content.getChildren().clear();
        now.ifPresent(why -> {
            content.getChildren().add(wrapped(TileText.name(why.tile()), "why-key"));
            why.methods().stream()
                    .flatMap(said -> said.explanation().stream())
                    .findFirst()
                    .ifPresent(this::addLabels);
            for (int column = 0; column < why.methods().size(); column++) {
                addMethod(ColumnMark.of(column), why.methods().get(column));
            }
        });
    }

    private void addLabels(Explanation any) {
        addChips("Labels of both", any.sharedLabels(), true);
        addChips("Only the query", any.onlyOfQuery(), false);
        addChips("Only this result", any.onlyOfTile(), false);
        if (any.queryLabels().isEmpty()) {
            content.getChildren().add(wrapped("The query has no labels.", "muted"));
        }
    }

    private void addChips(String name, Labels labels, boolean evenNone) {
        if (labels.isEmpty() && !evenNone) {
            return;
        }
        Label head = new Label(name);
        head.getStyleClass().addAll("muted", "small");
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        labels.names().forEach(label -> {
            Label chip = new Label(label);
            chip.getStyleClass().add("chip");
            chips.getChildren().add(chip);
        });
        Node what = labels.isEmpty() ? wrapped("none", "muted") : chips;
        content.getChildren().add(new VBox(2, head, what));
    }

    private void addMethod(ColumnMark mark, Said said) {
        VBox block = new VBox();
        block.getStyleClass().add("why-method");
        String name = said.request().method() + " on " + said.request().descriptor();
        block.getChildren().add(wrapped(mark + " · " + name, "why-name"));
        if (said.explanation().isEmpty()) {
            block.getChildren().add(wrapped("This method has no answer.", "muted"));
        } else {
            Explanation explanation = said.explanation().get();
            String rank = said.rank().isPresent()
                    ? "Rank " + said.rank().getAsInt()
                    : "Not among the first " + said.request().k();
            String bits = explanation
                    .hammingDistance()
                    .map(distance -> ", " + distance + " of "
                            + explanation.queryCode().orElseThrow().bits() + " bits differ")
                    .orElse("");
            block.getChildren().add(wrapped(rank + bits, ""));
            explanation.queryCode().ifPresent(query -> {
                BitStrip strip = new BitStrip(query, explanation.tileCode().orElseThrow());
                strip.paletteProperty().bind(palette);
                block.getChildren().add(strip);
            });
            block.getChildren()
                    .add(wrapped(
                            String.format(Locale.ROOT, "Descriptors: 1 − cosine = %.4f", explanation.cosineDistance()),
                            "muted"));
        }
        content.getChildren().add(block);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
