package org.hashscape.ui.app;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hashscape.ui.common.Icons;

/** Asks what a primitive shall be called; an empty name takes its name away. */
final class PrimitiveNameDialog extends Dialog<String> {

    PrimitiveNameDialog(Window owner, Look look, int number, String present) {
        initOwner(owner);
        setTitle("Name primitive " + number);
        look.applyTo(getDialogPane());
        TextField name = new TextField(present);
        name.setId("primitive-name");
        Icons.explain(name, "What regions of this kind show, as water or roofs; empty takes the name away");
        Label caption = new Label("Name of primitive " + number);
        caption.setLabelFor(name);
        VBox form = new VBox(8, caption, name);
        form.setPrefWidth(360);
        getDialogPane().setContent(form);
        ButtonType give = new ButtonType("Give name", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(give, ButtonType.CANCEL);
        setResultConverter(button -> button == give ? name.getText().strip() : null);
        setOnShown(event -> {
            name.requestFocus();
            name.selectAll();
        });
    }
}
