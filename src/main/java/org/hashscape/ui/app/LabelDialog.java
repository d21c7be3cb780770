package org.hashscape.ui.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hashscape.ui.common.Icons;

/** Asks for a label: one that the archive has, or a new one. */
final class LabelDialog extends Dialog<String> {

    LabelDialog(Window owner, Look look, List<String> known) {
        initOwner(owner);
        setTitle("Label the tiles marked right");
        look.applyTo(getDialogPane());
        ComboBox<String> label = new ComboBox<>(FXCollections.observableArrayList(known));
        label.setId("label");
        label.setEditable(true);
        label.setMaxWidth(Double.MAX_VALUE);
        Icons.explain(label, "A label of the archive, or a new one");
        Label name = new Label("Label");
        name.setLabelFor(label);
        VBox form = new VBox(8, name, label);
        form.setPrefWidth(360);
        getDialogPane().setContent(form);
        ButtonType give = new ButtonType("Give label", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(give, ButtonType.CANCEL);
        getDialogPane()
                .lookupButton(give)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> label.getEditor().getText().isBlank(),
                        label.getEditor().textProperty()));
        setResultConverter(
                button -> button == give ? label.getEditor().getText().strip() : null);
        setOnShown(event -> label.requestFocus());
    }
}
