package org.hashscape.ui.query;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.ui.common.Icons;

/** Says that marks refine the query, and what can be done with them; not there while nothing is marked. */
public final class FeedbackView extends FlowPane {

    /** @param giveLabel asks for a label for the tiles marked right */
    public FeedbackView(FeedbackViewModel model, Runnable giveLabel) {
        getStyleClass().addAll("panel", "feedback-view");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        Label sentence = new Label();
        sentence.setId("refined");
        sentence.getStyleClass().add("panel-title");
        sentence.textProperty().bind(model.sentenceProperty());
        Button clear =
                Icons.explain(new Button("Clear"), "Take all marks of this query away (Ctrl+Z brings them back)");
        clear.setId("clear-marks");
        clear.setOnAction(event -> model.clear());
        Button undo = Icons.explain(new Button("Undo"), "Take the newest mark or label back (Ctrl+Z)");
        undo.setId("undo-mark");
        undo.setOnAction(event -> model.undo());
        undo.disableProperty().bind(model.canUndoProperty().not());
        Button label = Icons.explain(
                new Button("Label those marked right…"), "Give the tiles marked right a label, kept in the archive");
        label.setId("label-marked");
        label.setOnAction(event -> giveLabel.run());
        label.disableProperty().bind(model.marksProperty().map(marks -> !marks.containsValue(Verdict.RIGHT)));
        getChildren().addAll(sentence, clear, undo, label);
        visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
