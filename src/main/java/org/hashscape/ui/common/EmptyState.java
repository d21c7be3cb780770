package org.hashscape.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What stands where there is nothing yet: an icon, a sentence, and the button that changes it. */
public final class EmptyState extends VBox {

    private final Label sentence = new Label();

    public EmptyState(Ikon icon, String words) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        sentence.setText(words);
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(Icons.large(icon), sentence);
    }

    /** Adds a button below the sentence. */
    public EmptyState with(String action, String explanation, Runnable run) {
        Button button = Icons.explain(new Button(action), explanation);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        getChildren().add(button);
        return this;
    }

    public Label sentence() {
        return sentence;
    }
}
