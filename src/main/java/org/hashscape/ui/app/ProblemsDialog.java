package org.hashscape.ui.app;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.hashscape.ui.common.TileText;
import org.hashscape.workbench.Archive.Problem;

/** The files that could not be imported, and why. */
final class ProblemsDialog extends Dialog<Void> {

    ProblemsDialog(Window owner, Look look, String archive, List<Problem> problems) {
        initOwner(owner);
        setTitle("Problems of " + archive);
        setResizable(true);
        look.applyTo(getDialogPane());
        setHeaderText(
                problems.isEmpty()
                        ? "Every file of this archive could be read."
                        : TileText.count(problems.size(), "file", "files")
                                + " could not be read. The next import tries those that have changed.");
        TableView<Problem> table = new TableView<>(FXCollections.observableArrayList(problems));
        table.setAccessibleText("Files that could not be imported");
        table.getColumns().add(column("File", 300, Problem::path));
        table.getColumns().add(column("Reason", 420, Problem::reason));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefSize(760, 360);
        table.setPlaceholder(new Label("No problems"));
        getDialogPane().setContent(table);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    }

    private static TableColumn<Problem, String> column(String name, double width, Function<Problem, String> value) {
        TableColumn<Problem, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
