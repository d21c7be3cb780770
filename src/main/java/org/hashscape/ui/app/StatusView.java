package org.hashscape.ui.app;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.WhileShown;

/** The bottom line: the running job with its progress and Cancel, and the last answer in one sentence. */
final class StatusView extends HBox {

    StatusView(StatusViewModel model, ObservableValue<String> summary) {
        getStyleClass().add("status-view");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.fractionProperty());
        bar.setAccessibleText("Progress");
        bar.setMinWidth(80);
        Button cancel = Icons.explain(new Button("Cancel"), "Stop what is running");
        cancel.setId("cancel-job");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.cancel());
        Label job = new Label();
        job.setId("job");
        job.setMinWidth(0);
        job.setMaxWidth(Double.MAX_VALUE);
        job.textProperty().bind(model.sentenceProperty());
        Hint.whole(job);
        HBox.setHgrow(job, Priority.ALWAYS);
        WhileShown.showWhile(model.busyProperty(), bar, cancel);
        Label answer = new Label();
        answer.setId("summary");
        answer.textProperty().bind(summary);
        answer.setMinWidth(0);
        Hint.whole(answer);
        getChildren().addAll(bar, cancel, job, answer);
        WhileShown.repeat(this, 150, model::refresh);
    }
}
