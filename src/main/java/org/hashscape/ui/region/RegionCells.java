package org.hashscape.ui.region;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.CellPainter.Cell;
import org.hashscape.ui.region.ShownRegions.ShownHit;
import org.hashscape.ui.results.CellOverlay;
import org.hashscape.workbench.multicode.PrimitiveShare;

/**
 * The regions of a result that match the query's, outlined in the same colours and numbered; below the caption how much of
 * the distance each primitive makes up, those that both tiles show first. A hollow number is a primitive that only one of the two
 * tiles shows.
 */
public final class RegionCells implements CellOverlay {

    private static final double SPACE = 3;

    private final RegionsViewModel model;
    private final RegionPictures pictures = new RegionPictures();

    /** @param repaint draws the cells again */
    public RegionCells(RegionsViewModel model, Runnable repaint) {
        this.model = model;
        model.shownProperty().addListener(changed -> {
            pictures.forget();
            repaint.run();
        });
        model.explainedProperty().addListener(changed -> repaint.run());
        model.onProperty().addListener(changed -> repaint.run());
    }

    @Override
    public int lines() {
        return model.onProperty().get() && model.isExplained() ? 1 : 0;
    }

    @Override
    public void paint(Cell<?> cell, TileId tile, double lineTop) {
        hit(tile).ifPresent(hit -> {
            hit.drawing().ifPresent(drawing -> paintRegions(cell, drawing));
            paintShares(cell, hit, lineTop + cell.lineHeight() / 2);
        });
    }

    private void paintRegions(Cell<?> cell, RegionDrawing drawing) {
        double scale = cell.size() / Math.max(drawing.width(), drawing.height());
        double width = Math.round(drawing.width() * scale);
        double height = Math.round(drawing.height() * scale);
        double left = cell.x() + Math.floor((cell.size() - width) / 2);
        double top = cell.y() + Math.floor((cell.size() - height) / 2);
        pictures.paint(cell.graphics(), drawing, left, top, width, height);
        double mark = Math.max(16, Math.round(cell.font().getSize() * 1.3)); // the verdict's place
        RegionPictures.badges(cell.graphics(), drawing, small(cell.font()), left, top, width, height, mark);
        cell.graphics().setFont(cell.font());
    }

    private static void paintShares(Cell<?> cell, ShownHit hit, double middle) {
        GraphicsContext graphics = cell.graphics();
        Font font = small(cell.font());
        double at = cell.x() + 1;
        double end = cell.x() + cell.width();
        for (PrimitiveShare share : hit.shares()) {
            double badge = RegionPictures.badgeWidth(font, share.primitive());
            String percent = percent(share.share());
            double words = font.getSize() * 0.64 * percent.length();
            if (at + badge + SPACE + words > end) {
                break; // the tool tip has them all
            }
            graphics.setFill(cell.palette().text());
            RegionPictures.badge(graphics, font, share.primitive(), at + badge / 2, middle, isShared(share));
            graphics.setFont(font);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setFill(cell.palette().text());
            graphics.fillText(percent, at + badge + SPACE, middle);
            at += badge + words + 3 * SPACE;
        }
        graphics.setFont(cell.font());
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    @Override
    public String describe(TileId tile) {
        return hit(tile)
                .map(hit -> hit.shares().stream().map(this::words).collect(Collectors.joining("\n")))
                .orElse("");
    }

    private String words(PrimitiveShare share) {
        String title = model.shownProperty()
                .get()
                .map(shown -> shown.title(share.primitive()))
                .orElse("");
        String where = isShared(share)
                ? share.bitsApart() + " bits apart"
                : share.inQuery() ? "not in this tile" : "not in the query";
        return "Primitive " + title + ": " + percent(share.share()) + " of the distance, " + where;
    }

    private Optional<ShownHit> hit(TileId tile) {
        return lines() == 0
                ? Optional.empty()
                : model.shownProperty()
                        .get()
                        .flatMap(shown -> Optional.ofNullable(shown.hits().get(tile)));
    }

    private static boolean isShared(PrimitiveShare share) {
        return share.inQuery() && share.inHit();
    }

    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private static Font small(Font font) {
        return Font.font(font.getFamily(), font.getSize() * 0.85);
    }
}
