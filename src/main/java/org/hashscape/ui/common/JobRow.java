package org.hashscape.ui.common;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Progress, words and Cancel of the job that a dialog has started; afterwards how it ended. */
public final class JobRow extends HBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    public JobRow(JobWatch watch) {
        getStyleClass().add("job-row");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Progress");
        bar.setMinWidth(120);
        bar.progressProperty().bind(watch.fractionProperty());
        Button cancel = Icons.explain(new Button("Cancel"), "Stop it");
        cancel.setId("cancel-watched");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> watch.cancel());
        WhileShown.showWhile(watch.busyProperty(), bar, cancel);
        Label words = new Label();
        words.setId("job-words");
        words.textProperty().bind(watch.sentenceProperty());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        Hint.whole(words);
        watch.problemProperty().addListener((property, before, bad) -> words.pseudoClassStateChanged(PROBLEM, bad));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(bar, cancel, words);
        WhileShown.repeat(this, 250, watch::refresh);
    }
}
