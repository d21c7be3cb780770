package org.hashscape.ui.app;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.Icons;

/** Three steps for someone who has never seen the window: a strip above its panes, until it is dismissed for good. */
final class FirstStepsView extends VBox {

    private static final List<String> STEPS = List.of(
            "Double-click a tile at the left: the most similar ones are ranked beside it.",
            "Try another method or more bits: the charts at the right say how good it is.",
            "Bring in your own images: drop a folder here, or File > Import folder…");

    /**
     * @param tour opens the tour
     * @param dismiss called when the user wants no more of it
     */
    FirstStepsView(Runnable tour, Runnable dismiss) {
        getStyleClass().add("first-steps");
        setId("first-steps");
        HBox steps = new HBox();
        steps.getStyleClass().add("steps");
        for (int i = 0; i < STEPS.size(); i++) {
            steps.getChildren().add(step(i + 1, STEPS.get(i)));
        }
        Button more =
                Icons.explain(new Button("Five-minute tour"), "Opens the tour in the browser; no network is needed");
        more.setOnAction(event -> tour.run());
        Button done =
                Icons.explain(new Button("Got it"), "Hides these steps for good; Help > First steps shows them again");
        done.setId("first-steps-done");
        done.setOnAction(event -> dismiss.run());
        more.setMinWidth(USE_PREF_SIZE);
        done.setMinWidth(USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(8, 4, more, done);
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setPrefWrapLength(0); // one above the other, beside the steps
        buttons.setMinWidth(USE_PREF_SIZE);
        steps.getChildren().add(buttons);
        getChildren().add(steps);
    }

    private static Node step(int number, String words) {
        Label badge = new Label(String.valueOf(number));
        badge.getStyleClass().add("step-number");
        badge.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox step = new HBox(8, badge, text);
        step.setAlignment(Pos.TOP_LEFT);
        step.setPrefWidth(0); // all steps alike, whatever their words
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setMaxWidth(Double.MAX_VALUE);
        return step;
    }
}
