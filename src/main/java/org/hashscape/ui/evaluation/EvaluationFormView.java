package org.hashscape.ui.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.SearchArchive.Choice;

/** Where the user chooses what to measure. */
final class EvaluationFormView extends VBox {

    private static final Map<String, String> PROTOCOLS = names(
            "mhcln", "A: test tiles ask the test tiles",
            "train-archive", "B: test tiles ask the training tiles",
            "whole", "C: every tile asks all others");
    private static final Map<String, String> RULES = names(
            "shares-label", "shares a label",
            "same-labels", "has the same labels",
            "jaccard-0.5", "half the labels agree (Jaccard 0.5)");

    EvaluationFormView(EvaluationForm form) {
        getStyleClass().add("evaluation-form");
        GridPane fields = new GridPane();
        fields.getStyleClass().add("fields-grid");
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints(60, 120, Double.MAX_VALUE);
        wide.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().setAll(words, wide);
        row(fields, "Bits", text(form.bitsProperty(), "evaluation-bits", "Code lengths, separated by commas"));
        row(
                fields,
                "Protocol",
                choice(
                        form.protocolProperty(),
                        PROTOCOLS,
                        "evaluation-protocol",
                        "Which tiles train, which are searched, which ask. C is for methods that learn without labels"));
        row(
                fields,
                "Seeds",
                text(form.seedsProperty(), "evaluation-seeds", "How many splits and trainings: seeds 1, 2, ..."));
        row(fields, "Results k", text(form.kProperty(), "evaluation-k", "Cut-off of the metrics"));
        row(
                fields,
                "Relevant",
                choice(form.relevanceProperty(), RULES, "evaluation-relevance", "Which results count as right"));
        CheckBox leaks = Icons.explain(
                new CheckBox("Measure leaky rows, marked"),
                "Usually an evaluation is refused whose training has seen the tiles asked about, or turned copies of"
                        + " them; this measures it anyway and marks it in red");
        leaks.setId("evaluation-leaks");
        leaks.selectedProperty().bindBidirectional(form.markLeaksProperty());
        leaks.setWrapText(true);
        leaks.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        head("Methods"),
                        boxes(form.methods(), form::methodProperty),
                        head("Descriptors"),
                        boxes(form.descriptors(), form::descriptorProperty),
                        fields,
                        leaks);
    }

    private static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("panel-title");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    private static Node boxes(List<Choice> choices, Function<String, BooleanProperty> property) {
        VBox boxes = new VBox();
        boxes.getStyleClass().add("check-boxes");
        for (Choice choice : choices) {
            CheckBox box = Icons.explain(new CheckBox(choice.title()), choice.id());
            box.setId("choose-" + choice.id());
            box.setMinHeight(USE_PREF_SIZE);
            box.setWrapText(true);
            box.selectedProperty().bindBidirectional(property.apply(choice.id()));
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private static TextField text(StringProperty property, String id, String explanation) {
        TextField field = Icons.explain(new TextField(), explanation);
        field.setId(id);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private static ComboBox<String> choice(
            StringProperty property, Map<String, String> names, String id, String explanation) {
        ComboBox<String> box = Icons.explain(new ComboBox<>(), explanation);
        box.setId(id);
        box.getItems().setAll(names.keySet());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String key) {
                return key == null ? "" : names.getOrDefault(key, key);
            }

            @Override
            public String fromString(String typed) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        box.valueProperty().bindBidirectional(property);
        box.setMaxWidth(Double.MAX_VALUE);
        Hint.set(box, property.map(key -> names.getOrDefault(key, key) + "\n" + explanation));
        return box;
    }

    private static void row(GridPane fields, String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        fields.addRow(fields.getRowCount(), label, control);
    }

    private static Map<String, String> names(String... idsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < idsAndNames.length; at += 2) {
            names.put(idsAndNames[at], idsAndNames[at + 1]);
        }
        return names;
    }
}
