package org.hashscape.ui.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.Tile;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.rendering.RenderingView;
import org.hashscape.ui.rendering.RenderingViewModel;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.TileCatalogue;

/** Asks which bands and which contrast an archive is shown in. */
final class RenderingDialog extends Dialog<Rendering> {

    private static final int SHOWN = 9;
    private static final int SIDE = 132;
    private static final String CONSEQUENCES =
            "Thumbnails are drawn anew in the background. Descriptors and trained models"
                    + " of the old pictures are dropped; they are made again when next asked for.";

    private final RenderingViewModel model;

    /**
     * What the choice starts from.
     *
     * @param now the rendering of now
     * @param shown some tiles from all over the archive
     */
    record Start(Archive archive, Rendering now, List<Tile> shown) {

        static Start of(Archive archive) throws IOException {
            TileCatalogue tiles = archive.catalogue();
            List<Tile> spread = new ArrayList<>();
            int count = Math.min(SHOWN, tiles.size());
            for (int i = 0; i < count; i++) {
                spread.add(tiles.tile((int) ((i + 0.5) * tiles.size() / count)));
            }
            return new Start(archive, archive.rendering(), spread);
        }
    }

    RenderingDialog(Window owner, Look look, Background background, Start start) {
        initOwner(owner);
        setTitle("Bands and contrast");
        setResizable(true);
        look.applyTo(getDialogPane());
        model = new RenderingViewModel(background, (tried, progress) -> preview(start, tried, progress), start.now());
        getDialogPane().setContent(new RenderingView(model, CONSEQUENCES));
        ButtonType apply = new ButtonType("Apply", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(apply, ButtonType.CANCEL);
        getDialogPane()
                .lookupButton(apply)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.renderingProperty().get().isEmpty()
                                || model.renderingProperty().get().get().equals(start.now()),
                        model.renderingProperty()));
        setResultConverter(
                button -> button == apply ? model.renderingProperty().get().orElse(null) : null);
    }

    RenderingViewModel model() {
        return model;
    }

    private static List<Raster> preview(Start start, Rendering tried, Progress progress) throws IOException {
        List<Raster> pictures = new ArrayList<>();
        for (Tile tile : start.shown()) {
            progress.checkCancelled();
            pictures.add(start.archive().trial(tile, tried, SIDE));
        }
        return pictures;
    }
}
