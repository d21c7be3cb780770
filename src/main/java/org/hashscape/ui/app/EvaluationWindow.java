package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.evaluation.EvaluationForm;
import org.hashscape.ui.evaluation.EvaluationView;
import org.hashscape.ui.evaluation.EvaluationViewModel;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.StoredEvaluations;
import org.hashscape.workbench.export.ExportEvaluation;

/** The evaluation in a window of its own, beside the main one, with the same theme, text size and archive. */
final class EvaluationWindow {

    static final double WIDTH = 1240;
    static final double HEIGHT = 800;

    private final MainViewModel main;
    private final Stage stage = new Stage();
    private final EvaluationViewModel model;
    private final EvaluationView view;

    EvaluationWindow(Window owner, MainViewModel main, FileChoices files, double width, double height) {
        this.main = main;
        this.model = new EvaluationViewModel(
                main.background(),
                new EvaluationForm(SearchArchive.methods(), SearchArchive.descriptors()),
                (archive, request, each, progress) -> new EvaluateArchive(archive).run(request, false, each, progress),
                EvaluationWindow::export);
        this.view = new EvaluationView(model, main.background(), () -> files.evaluation(stage));
        stage.initOwner(owner);
        stage.titleProperty().bind(main.archiveModel().nameProperty().map(name -> "Evaluate – " + name));
        stage.setScene(new Scene(view, width, height));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || (event.isShortcutDown() && event.getCode() == KeyCode.W)) {
                stage.hide();
            }
        });
        main.shelf().archiveProperty().addListener((property, before, now) -> useArchive(now));
        useArchive(main.shelf().archiveProperty().get());
        ChangeListener<Object> look = (property, before, now) -> applyLook();
        main.themeProperty().addListener(look);
        main.textPercentProperty().addListener(look);
        applyLook();
    }

    void show() {
        stage.show();
        stage.toFront();
        stage.requestFocus();
        model.refresh();
    }

    void hide() {
        stage.hide();
    }

    EvaluationView view() {
        return view;
    }

    EvaluationViewModel model() {
        return model;
    }

    Stage stage() {
        return stage;
    }

    /** The ending chooses the format: .html, .md, .csv or .json. */
    private static void export(Archive archive, EvaluationRequest request, List<EvaluationRow> rows, Path to)
            throws IOException {
        List<String> machines = new StoredEvaluations(archive).machinesOf(List.of(request));
        new ExportEvaluation(archive, machines).run(rows, to);
    }

    private void useArchive(Optional<OpenArchive> open) {
        model.use(open.map(OpenArchive::archive));
    }

    private void applyLook() {
        Theme theme = Theme.of(main.themeProperty().get());
        theme.applyTo(stage.getScene());
        new Look(theme, main.textPercentProperty().get()).size(view);
        view.paletteProperty().set(theme.palette());
    }
}
