package org.hashscape.ui.app;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hashscape.workbench.Workspace;

/** Name, version, where the log is, and the keys worth knowing. */
final class AboutDialog extends Dialog<Void> {

    private static final String[][] KEYS = {
        {"Enter, double click", "make the tile the query"},
        {"Arrows, Page, Home, End", "move in a grid"},
        {"Alt+Left, Alt+Right", "former queries"},
        {"Ctrl+F", "search the archive"},
        {"Ctrl+O, Ctrl+I, Ctrl+E", "open, import, export"},
        {"Ctrl+wheel", "size of the thumbnails"},
    };

    AboutDialog(Window owner, Look look) {
        initOwner(owner);
        setTitle("About Hashscape");
        look.applyTo(getDialogPane());
        Label name = new Label("Hashscape " + Workspace.version());
        name.getStyleClass().add("panel-title");
        Label what = new Label("Finds similar scenes in archives of Earth-observation images by hashing. "
                + "Open source under the Apache License 2.0.");
        what.setWrapText(true);
        what.setMaxWidth(460);
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        facts.addRow(0, muted("Log file"), copyable(Workspace.logFile().toString()));
        facts.addRow(
                1,
                muted("Java"),
                copyable(System.getProperty("java.version") + ", " + System.getProperty("java.vendor")));
        facts.addRow(2, muted("JavaFX"), copyable(System.getProperty("javafx.runtime.version", "")));
        GridPane keys = new GridPane();
        keys.getStyleClass().add("facts");
        for (int row = 0; row < KEYS.length; row++) {
            keys.addRow(row, muted(KEYS[row][0]), new Label(KEYS[row][1]));
        }
        VBox all = new VBox(12, name, what, facts, keys);
        getDialogPane().setContent(all);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static TextField copyable(String words) {
        TextField field = new TextField(words);
        field.setEditable(false);
        field.setPrefColumnCount(34);
        field.getStyleClass().add("copyable");
        field.setAccessibleText(words);
        return field;
    }
}
