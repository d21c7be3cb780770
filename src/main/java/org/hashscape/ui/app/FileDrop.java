package org.hashscape.ui.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files dropped anywhere onto the window. */
final class FileDrop {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop");

    private final Node target;
    private final Consumer<List<Path>> receiver;

    FileDrop(Node target, Consumer<List<Path>> receiver) {
        this.target = target;
        this.receiver = receiver;
    }

    void install() {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        target.setOnDragEntered(event -> mark(event.getDragboard().hasFiles()));
        target.setOnDragExited(event -> mark(false));
        target.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        // A dialog must not open inside the drag: the file manager would wait for it.
        Platform.runLater(() -> receiver.accept(files));
    }

    private void mark(boolean over) {
        target.pseudoClassStateChanged(OVER, over);
    }
}
