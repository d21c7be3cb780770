package org.hashscape.ui.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.query.MethodBarView;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The head of a column: its letter and shape, its method, and how good and how quick that is for this query. */
final class ColumnHead extends VBox {

    private static final double SHAPE = 11;

    private final int index;
    private final Label scores = new Label();
    private final Label agreement = new Label();

    ColumnHead(ComparisonViewModel model, ComparisonColumn column, int index, ObservableValue<Palette> palette) {
        this.index = index;
        getStyleClass().add("column-head");
        setMinWidth(0);
        Button remove = Icons.button(
                MaterialDesignC.CLOSE, "Take method " + ColumnMark.of(index) + " away", () -> model.remove(column));
        remove.setId("remove-column-" + index);
        remove.setDisable(model.columns().size() <= Comparison.FEWEST);
        remove.setMinWidth(USE_PREF_SIZE);
        Region bar = MethodBarView.compact(column.bar(), "column-" + index);
        HBox.setHgrow(bar, javafx.scene.layout.Priority.ALWAYS);
        bar.setMinWidth(0);
        HBox choice = new HBox(mark(palette), bar, remove);
        choice.getStyleClass().add("column-choice");
        choice.setAlignment(Pos.TOP_LEFT);
        for (Label line : new Label[] {scores, agreement}) {
            line.setMinWidth(0);
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        scores.setId("scores-" + index);
        agreement.setId("agreement-" + index);
        agreement.getStyleClass().add("muted");
        getChildren().addAll(choice, scores, agreement);
    }

    void show(Optional<Comparison> comparison) {
        Optional<Comparison> there =
                comparison.filter(some -> index < some.columns().size());
        set(
                scores,
                there.map(some -> scores(some, some.columns().get(index))).orElse(""),
                "Precision and standard average precision among the first results (results count as relevant where they"
                        + " share a label with the query), and the time of the query. " + TileText.TRAINING_LABELS
                        + ": the method has learned from these labels, and is better here than on new tiles");
        set(
                agreement,
                there.map(this::agreements).orElse(""),
                "Agreement at k: the share of the first k results that both methods have");
    }

    private static void set(Label line, String text, String help) {
        line.setText(text);
        Hint.set(line, text + "\n" + help);
    }

    static String scores(Comparison comparison, Column column) {
        if (column.answer().isEmpty()) {
            return "";
        }
        StringJoiner text = new StringJoiner("  ");
        column.precision().ifPresent(value -> text.add("P@" + comparison.k() + " " + TileText.share(value)));
        column.averagePrecision().ifPresent(value -> text.add("AP@" + comparison.k() + " " + TileText.share(value)));
        if (column.answer().get().judgedByTrainingLabels()) {
            text.add(TileText.TRAINING_LABELS);
        }
        text.add(TileText.time(column.answer().get().totalTime()));
        return text.toString();
    }

    private String agreements(Comparison comparison) {
        StringJoiner text = new StringJoiner(", ", "agreement with ", "");
        text.setEmptyValue("");
        for (int other = 0; other < comparison.columns().size(); other++) {
            OptionalDouble share = comparison.agreement(index, other);
            if (other != index && share.isPresent()) {
                text.add(ColumnMark.of(other) + " " + TileText.share(share.getAsDouble()));
            }
        }
        return text.toString();
    }

    private Node mark(ObservableValue<Palette> palette) {
        Canvas shape = new Canvas(SHAPE + 2, SHAPE + 2);
        Runnable paint = () -> {
            shape.getGraphicsContext2D().clearRect(0, 0, SHAPE + 2, SHAPE + 2);
            ColumnMark.of(index).paint(shape.getGraphicsContext2D(), palette.getValue(), 1, 1, SHAPE);
        };
        palette.addListener((property, before, now) -> paint.run());
        paint.run();
        Label letter = new Label(ColumnMark.of(index).name(), shape);
        letter.getStyleClass().addAll("panel-title", "column-letter");
        letter.setMinWidth(USE_PREF_SIZE);
        return letter;
    }
}
