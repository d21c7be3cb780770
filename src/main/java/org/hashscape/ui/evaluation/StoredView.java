package org.hashscape.ui.evaluation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.StoredEvaluation;

/** The evaluations that the archive keeps: open, go on with, delete. */
final class StoredView extends VBox {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final ListView<StoredEvaluation> list = new ListView<>();

    StoredView(EvaluationViewModel model) {
        getStyleClass().add("stored-view");
        Label head = new Label("Measured before");
        head.getStyleClass().add("panel-title");
        list.setId("stored-evaluations");
        list.setAccessibleText("Evaluations kept in this archive");
        list.setPlaceholder(new Label("None yet"));
        list.setCellFactory(made -> new Cell());
        list.setPrefHeight(110);
        list.setMinHeight(60);
        model.storedProperty().addListener((property, before, now) -> show(now));
        show(model.storedProperty().get());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen(model::open);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(model::open);
            } else if (event.getCode() == KeyCode.DELETE) {
                chosen(model::delete);
            }
        });
        BooleanBinding none = list.getSelectionModel().selectedItemProperty().isNull();
        Button open = button("Open", "open-stored", "Show its table and charts", () -> chosen(model::open));
        open.disableProperty().bind(none);
        Button resume =
                button("Continue", "continue-stored", "Measure what is missing of it", () -> chosen(model::resume));
        resume.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            StoredEvaluation some = list.getSelectionModel().getSelectedItem();
                            return some == null
                                    || some.complete()
                                    || model.busyProperty().get();
                        },
                        list.getSelectionModel().selectedItemProperty(),
                        model.busyProperty()));
        Button delete =
                button("Delete", "delete-stored", "Delete it from the archive file", () -> chosen(model::delete));
        delete.disableProperty().bind(none.or(model.busyProperty()));
        FlowPane buttons = new FlowPane(6, 6, open, resume, delete);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list, buttons);
    }

    private void show(List<StoredEvaluation> stored) {
        StoredEvaluation before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(stored);
        stored.stream()
                .filter(now -> before != null && now.id() == before.id())
                .findFirst()
                .ifPresent(now -> list.getSelectionModel().select(now));
    }

    private void chosen(Consumer<StoredEvaluation> action) {
        StoredEvaluation some = list.getSelectionModel().getSelectedItem();
        if (some != null) {
            action.accept(some);
        }
    }

    private static Button button(String name, String id, String explanation, Runnable action) {
        Button button = Icons.explain(new Button(name), explanation);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** "23 Nov 15:20, mhcln: kslsh, itq · 16, 24, 32 bits · 5 seeds (30 of 45)". */
    static String inWords(StoredEvaluation stored) {
        EvaluationRequest request = stored.request();
        String bits =
                String.join(", ", request.bits().stream().map(String::valueOf).toList());
        return WHEN.format(stored.started()) + ", " + request.protocol() + ": "
                + String.join(", ", request.methods()) + " · " + bits + " bits · "
                + request.seeds().size() + (request.seeds().size() == 1 ? " seed" : " seeds")
                + (stored.complete() ? "" : " (stopped at " + stored.done() + " of " + stored.planned() + ")");
    }

    private static final class Cell extends ListCell<StoredEvaluation> {

        @Override
        protected void updateItem(StoredEvaluation stored, boolean empty) {
            super.updateItem(stored, empty);
            setText(empty || stored == null ? null : inWords(stored));
            setWrapText(true);
            setPrefWidth(0); // wraps instead of scrolling sideways
        }
    }
}
