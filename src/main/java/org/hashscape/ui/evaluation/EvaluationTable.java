package org.hashscape.ui.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.ui.common.Icon;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * The results as a table: one line per method, descriptor and code length, and one for a random ranking. Sortable by
 * every column. Leaky lines are red and carry a warning sign.
 */
final class EvaluationTable extends TableView<EvaluationLine> {

    private static final PseudoClass LEAKY = PseudoClass.getPseudoClass("leaky");
    private static final PseudoClass FLOOR = PseudoClass.getPseudoClass("floor");

    private int k = 20;
    private double fontSize = 13;

    EvaluationTable() {
        setId("evaluation-table");
        setAccessibleText("Results of the evaluation");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label none = new Label("Choose what to measure, then press Evaluate.");
        none.setWrapText(true);
        setPlaceholder(none);
        setRowFactory(table -> new Row());
        fillColumns();
    }

    void show(List<EvaluationSummary> summaries) {
        int now = summaries.isEmpty() ? k : summaries.get(0).k();
        if (now != k) {
            k = now;
            fillColumns();
            fit(fontSize);
        }
        List<TableColumn<EvaluationLine, ?>> sorted = List.copyOf(getSortOrder());
        getItems().setAll(EvaluationLine.of(summaries));
        getSortOrder().setAll(sorted);
        sort();
    }

    private void fillColumns() {
        getColumns().clear();
        getColumns().add(warning());
        getColumns().add(words("Method", 9.2, EvaluationLine::method, EvaluationLine::method));
        getColumns().add(words("Descriptor", 9.5, EvaluationLine::descriptor, EvaluationLine::descriptor));
        getColumns().add(numbers("Bits", 3.8, EvaluationLine::bits, EvaluationLine::bitsRank));
        for (Metric metric :
                List.of(Metric.AP_LENIENT_AT_K, Metric.AP_STANDARD_AT_K, Metric.PRECISION_AT_K, Metric.MAP_FULL)) {
            getColumns()
                    .add(numbers(
                            metric.at(k),
                            metric == Metric.AP_LENIENT_AT_K || metric == Metric.AP_STANDARD_AT_K ? 9.4 : 8,
                            line -> line.score(metric),
                            line -> line.mean(metric)));
        }
        getColumns()
                .add(numbers(
                        "Bytes/tile",
                        6.2,
                        line -> line.number("%,.0f", line.summary().bytesPerTile()),
                        line -> line.summary().bytesPerTile()));
        getColumns()
                .add(numbers(
                        "Train s",
                        5,
                        line -> line.number("%.2f", line.summary().trainSeconds()),
                        line -> line.summary().trainSeconds()));
        getColumns()
                .add(numbers(
                        "Query ms",
                        5.8,
                        line -> line.number("%.3f", line.summary().queryMs()),
                        line -> line.summary().queryMs()));
        getColumns()
                .add(numbers(
                        "Seeds",
                        4.2,
                        line -> line.number("%.0f", line.summary().rows().size()),
                        line -> line.summary().rows().size()));
    }

    private static TableColumn<EvaluationLine, EvaluationLine> warning() {
        TableColumn<EvaluationLine, EvaluationLine> column =
                column("", 2.2, Comparator.comparing(EvaluationLine::leaky));
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(EvaluationLine line, boolean empty) {
                super.updateItem(line, empty);
                boolean leaky = !empty && line != null && line.leaky();
                setGraphic(leaky ? sign() : null);
                setAccessibleText(leaky ? "rests on a leak" : "");
                setText(null);
            }
        });
        return column;
    }

    private static Icon sign() {
        Icon sign = Icons.of(MaterialDesignA.ALERT);
        sign.getStyleClass().add("leak-sign");
        return sign;
    }

    private static TableColumn<EvaluationLine, EvaluationLine> words(
            String name, double ems, Function<EvaluationLine, String> text, Function<EvaluationLine, String> key) {
        TableColumn<EvaluationLine, EvaluationLine> column = column(name, ems, Comparator.comparing(key));
        column.setCellFactory(made -> new TextCell(text, false));
        return column;
    }

    private static TableColumn<EvaluationLine, EvaluationLine> numbers(
            String name, double ems, Function<EvaluationLine, String> text, ToDoubleFunction<EvaluationLine> key) {
        TableColumn<EvaluationLine, EvaluationLine> column = column(name, ems, Comparator.comparingDouble(key));
        column.setCellFactory(made -> new TextCell(text, true));
        return column;
    }

    private static TableColumn<EvaluationLine, EvaluationLine> column(
            String name, double ems, Comparator<EvaluationLine> order) {
        TableColumn<EvaluationLine, EvaluationLine> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setUserData(ems);
        column.setPrefWidth(ems * 13);
        return column;
    }

    /** Gives every column the width that its text needs. */
    void fit(double textSize) {
        fontSize = textSize;
        for (TableColumn<EvaluationLine, ?> column : getColumns()) {
            if (column.getUserData() instanceof Double ems) {
                column.setPrefWidth(ems * fontSize);
            }
        }
    }

    /** One line: red where it leaks, muted where it is the floor, with its remarks as tool tip. */
    private static final class Row extends TableRow<EvaluationLine> {

        @Override
        protected void updateItem(EvaluationLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean there = !empty && line != null;
            pseudoClassStateChanged(LEAKY, there && line.leaky());
            pseudoClassStateChanged(FLOOR, there && line.floor());
            setTooltip(there ? new Tooltip(line.remarks()) : null);
        }
    }

    private static final class TextCell extends TableCell<EvaluationLine, EvaluationLine> {

        private final Function<EvaluationLine, String> text;

        TextCell(Function<EvaluationLine, String> text, boolean right) {
            this.text = text;
            setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(EvaluationLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text.apply(line));
        }
    }
}
