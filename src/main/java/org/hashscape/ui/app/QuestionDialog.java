package org.hashscape.ui.app;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** Asks whether something that cannot be undone is meant; the button names it. */
final class QuestionDialog extends Dialog<Boolean> {

    QuestionDialog(Window owner, Look look, String question, String action) {
        initOwner(owner);
        setTitle(action);
        look.applyTo(getDialogPane());
        Label words = new Label(question);
        words.setWrapText(true);
        words.setPrefWidth(420 * look.textPercent() / 100.0);
        words.setMinHeight(Label.USE_PREF_SIZE);
        getDialogPane().setContent(words);
        ButtonType run = new ButtonType(action, ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(run, ButtonType.CANCEL);
        setResultConverter(button -> button == run);
    }
}
