package org.hashscape.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/**
 * What stands where there is nothing yet: an icon, a sentence, and the button that changes it. Where there is little room, as
 * with large text, the icon gives way to the words.
 */
public final class EmptyState extends VBox {

    private final Label sentence = new Label();
    private final Icon icon;

    public EmptyState(Ikon shown, String words) {
        icon = Icons.large(shown);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        sentence.setText(words);
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(icon, sentence);
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

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width) - iconAndGap();
    }

    @Override
    protected void layoutChildren() {
        boolean roomy = getHeight() >= Math.floor(prefHeight(getWidth()));
        icon.setVisible(roomy);
        super.layoutChildren();
        if (!roomy) { // its place in the middle is the words'
            getChildren().forEach(child -> child.setLayoutY(child.getLayoutY() - iconAndGap() / 2));
        }
    }

    private double iconAndGap() {
        return icon.getLayoutBounds().getHeight() + getSpacing();
    }
}
