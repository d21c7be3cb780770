package org.hashscape.ui.app;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hashscape.ui.chart.ChartsView;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Late;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Thumbnails;
import org.hashscape.ui.common.WhileShown;
import org.hashscape.ui.comparison.ComparisonView;
import org.hashscape.ui.comparison.WhyView;
import org.hashscape.ui.query.FeedbackView;
import org.hashscape.ui.query.MethodBarView;
import org.hashscape.ui.query.QueryView;
import org.hashscape.ui.region.PrimitiveMenu;
import org.hashscape.ui.region.PrimitivesView;
import org.hashscape.ui.region.RegionCells;
import org.hashscape.ui.region.RegionOverlay;
import org.hashscape.ui.results.ResultsView;
import org.jspecify.annotations.Nullable;

/**
 * What is asked and what answers it: the query above its results, and charts beside them; or methods side by side, and beside them
 * why a result is there.
 */
final class AnswerView {

    /** With large text the query must leave the results at least the other half. */
    private static final double QUERY_SHARE = 0.48;

    /** What its parts ask the window for. */
    interface Actions {

        void locateFolder();

        void exportAnswer();

        void giveLabel();
    }

    private final MainViewModel model;
    private final PrimitiveMenu primitives;
    private final ResultsView results;
    private final ComparisonView comparison;
    private final WhyView why;
    private final ChartsView charts;
    private final VBox middle = new VBox();
    private final StackPane right = new StackPane();

    AnswerView(MainViewModel model, PrimitiveMenu primitives, Actions actions) {
        this.model = model;
        this.primitives = primitives;
        QuerySession queries = model.queries();
        BooleanProperty comparing = queries.comparison().onProperty();
        results = new ResultsView(
                queries.results(), queries.search()::again, actions::exportAnswer, () -> comparing.set(true));
        results.setOnMark(queries.feedback()::mark);
        results.setOverlay(new RegionCells(queries.regions(), results.grid()::repaint));
        comparison = new ComparisonView(
                queries.comparison(),
                MethodBarView.results(model.methodBar(), "compared-results"),
                queries.feedback()::mark,
                actions::exportAnswer,
                () -> comparing.set(false));
        why = new WhyView(queries.comparison().why());
        charts = new ChartsView(queries.charts(), model.background());
        MethodBarView bar = new MethodBarView(model.methodBar());
        WhileShown.showWhile(comparing.not(), bar, results, charts);
        WhileShown.showWhile(comparing, comparison, why);
        arrange(bar, actions);
    }

    private void arrange(MethodBarView bar, Actions actions) {
        QuerySession queries = model.queries();
        QueryView query = new QueryView(
                queries.queryModel(), queries.history(), queries::back, queries::forward, actions::locateFolder, bar);
        query.setOverlay(new RegionOverlay(queries.regions(), primitives));
        query.maxHeightProperty().bind(middle.heightProperty().multiply(QUERY_SHARE));
        query.setMinHeight(Region.USE_COMPUTED_SIZE);
        StackPane answers = new StackPane();
        Late.add(answers, results, comparison);
        VBox.setVgrow(answers, Priority.ALWAYS);
        answers.setMinHeight(0);
        Late.add(
                middle,
                query,
                new PrimitivesView(queries.regions(), primitives),
                new FeedbackView(queries.feedback(), actions::giveLabel),
                answers);
        middle.getStyleClass().add("middle");
        Late.add(right, charts, why);
    }

    /** The query and its results, or methods side by side. */
    Node middle() {
        return middle;
    }

    /** Charts, or why a result is there. */
    Node right() {
        return right;
    }

    ComparisonView comparison() {
        return comparison;
    }

    ResultsView results() {
        return results;
    }

    /** The grid of what is shown now. */
    CanvasGrid<?> grid() {
        return comparison.isVisible() ? comparison.grid() : results.grid();
    }

    /** Whether everything is drawn: no picture is missing, no chart is old. */
    boolean isComplete() {
        return comparison.isComplete()
                && model.queries().regions().isSettled()
                && (comparison.isVisible() || results.grid().isComplete() && charts.isComplete());
    }

    void setThumbnails(@Nullable Thumbnails pictures) {
        results.grid().setThumbnails(pictures);
        comparison.setThumbnails(pictures);
    }

    void setPalette(Palette palette) {
        results.paletteProperty().set(palette);
        charts.paletteProperty().set(palette);
        comparison.paletteProperty().set(palette);
        why.paletteProperty().set(palette);
    }
}
