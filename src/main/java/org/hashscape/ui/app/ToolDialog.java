package org.hashscape.ui.app;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Window;

/** A tool in a window of its own beside the main one, which stays usable. */
final class ToolDialog extends Dialog<Void> {

    ToolDialog(Window owner, Look look, String title, Region tool) {
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle(title);
        setResizable(true);
        look.applyTo(getDialogPane());
        getDialogPane().setContent(tool);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        double larger = Math.min(1.5, Math.max(1, look.textPercent() / 100.0));
        getDialogPane().setPrefSize(860 * larger, 560 * larger);
    }
}
