package org.hashscape.ui.app;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.results.ResultsViewModel.Showing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The menu bar, and with it the window's keys. */
final class MainMenu {

    private final MainViewModel model;
    private final MainView view;

    MainMenu(MainViewModel model, MainView view) {
        this.model = model;
        this.view = view;
    }

    MenuBar bar() {
        MenuBar bar = new MenuBar(file(), query(), tools(), viewMenu(), help());
        bar.setAccessibleText("Menu");
        return bar;
    }

    private Menu file() {
        ObservableValue<Boolean> noArchive = model.shelf().archiveProperty().map(open -> open.isEmpty());
        ObservableValue<Boolean> noAnswer =
                model.queries().results().showingProperty().map(showing -> showing != Showing.RESULTS);
        MenuItem locate = item("Locate folder…", null, MaterialDesignF.FOLDER_SEARCH_OUTLINE, view::locateFolder);
        locate.disableProperty().bind(noArchive);
        MenuItem problems = item("Problems…", null, MaterialDesignA.ALERT_OUTLINE, view::showProblems);
        problems.disableProperty().bind(noArchive);
        MenuItem export = item("Export…", "Shortcut+E", MaterialDesignA.APPLICATION_EXPORT, view::exportAnswer);
        export.disableProperty().bind(noAnswer);
        return new Menu(
                "_File",
                null,
                item("Open archive…", "Shortcut+O", MaterialDesignF.FOLDER_OPEN_OUTLINE, view::openArchive),
                recent(),
                item(
                        "Open the sample archive",
                        null,
                        MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
                        model.shelf()::openSample),
                new SeparatorMenuItem(),
                item("Import folder…", "Shortcut+I", MaterialDesignF.FOLDER_PLUS_OUTLINE, view::importFolder),
                locate,
                problems,
                new SeparatorMenuItem(),
                export,
                new SeparatorMenuItem(),
                item("Quit", "Shortcut+Q", null, view::quit));
    }

    private Menu recent() {
        Menu recent = new Menu("Open recent");
        List<Path> archives = model.settings().recentArchives();
        InvalidationListener fill = changed -> recent.getItems()
                .setAll(archives.stream()
                        .map(path -> item(
                                path.toString(), null, null, () -> model.shelf().open(path)))
                        .toList());
        model.settings().recentArchives().addListener(fill);
        fill.invalidated(model.settings().recentArchives());
        recent.disableProperty().bind(Bindings.isEmpty(model.settings().recentArchives()));
        return recent;
    }

    private Menu query() {
        MenuItem back = item("Query before", "Alt+Left", MaterialDesignA.ARROW_LEFT, model.queries()::back);
        back.disableProperty()
                .bind(model.queries().history().canGoBackProperty().not());
        MenuItem forward = item("Query after", "Alt+Right", MaterialDesignA.ARROW_RIGHT, model.queries()::forward);
        forward.disableProperty()
                .bind(model.queries().history().canGoForwardProperty().not());
        MenuItem image = item("Query by image file…", null, MaterialDesignI.IMAGE_SEARCH_OUTLINE, view::queryImage);
        image.disableProperty().bind(model.shelf().archiveProperty().map(open -> open.isEmpty()));
        MenuItem train = item("Train…", "Shortcut+T", MaterialDesignS.SCHOOL_OUTLINE, view::showTraining);
        train.disableProperty().bind(model.shelf().archiveProperty().map(open -> open.isEmpty()));
        MenuItem undo = item(
                "Undo mark or label",
                "Shortcut+Z",
                MaterialDesignU.UNDO,
                model.queries().feedback()::undo);
        undo.disableProperty().bind(model.queries().feedback().canUndoProperty().not());
        return new Menu(
                "_Query",
                null,
                back,
                forward,
                undo,
                new SeparatorMenuItem(),
                image,
                item("Find in archive", "Shortcut+F", MaterialDesignM.MAGNIFY, view::focusSearch),
                item("Filter", "Shortcut+Shift+F", MaterialDesignF.FILTER_VARIANT, view::toggleFilter),
                new SeparatorMenuItem(),
                train,
                item("Networks…", null, MaterialDesignG.GRAPH_OUTLINE, view::showNetworks));
    }

    private Menu tools() {
        MenuItem evaluate = item("Evaluate…", "Shortcut+Shift+E", MaterialDesignC.CHART_LINE, view::showEvaluation);
        evaluate.disableProperty().bind(model.shelf().archiveProperty().map(open -> open.isEmpty()));
        MenuItem rendering = item("Bands and contrast…", null, MaterialDesignP.PALETTE_OUTLINE, view::chooseRendering);
        rendering.disableProperty().bind(model.shelf().archiveProperty().map(open -> open.isEmpty()));
        MenuItem check = item("Check archive…", null, null, model.mending()::check);
        check.disableProperty().bind(model.shelf().archiveProperty().map(open -> open.isEmpty()));
        MenuItem repair = item("Repair archive…", null, null, view::repairArchive);
        return new Menu("_Tools", null, evaluate, rendering, new SeparatorMenuItem(), check, repair);
    }

    private Menu viewMenu() {
        ToggleGroup themes = new ToggleGroup();
        Menu text = new Menu("Text size");
        ToggleGroup sizes = new ToggleGroup();
        for (int percent : new int[] {100, 125, 150, 200}) {
            RadioMenuItem size = new RadioMenuItem(percent + " %");
            size.setToggleGroup(sizes);
            size.setSelected(percent == model.textPercentProperty().get());
            size.setOnAction(event -> model.textPercentProperty().set(percent));
            text.getItems().add(size);
        }
        CheckMenuItem compare = new CheckMenuItem("Compare methods");
        compare.setAccelerator(KeyCombination.keyCombination("Shortcut+M"));
        compare.selectedProperty()
                .bindBidirectional(model.queries().comparison().onProperty());
        CheckMenuItem map = new CheckMenuItem("Map of the archive");
        map.setAccelerator(KeyCombination.keyCombination("Shortcut+G"));
        map.selectedProperty().bindBidirectional(model.archiveModel().onMapProperty());
        return new Menu(
                "_View",
                null,
                compare,
                map,
                new SeparatorMenuItem(),
                theme("Light theme", "light", themes),
                theme("Dark theme", "dark", themes),
                new SeparatorMenuItem(),
                item("Larger thumbnails", "Shortcut+Plus", null, () -> resize(8)),
                item("Smaller thumbnails", "Shortcut+Minus", null, () -> resize(-8)),
                text);
    }

    private void resize(double by) {
        DoubleProperty size = view.focusedGrid().pictureSizeProperty();
        size.set(Math.max(CanvasGrid.SMALLEST, Math.min(CanvasGrid.LARGEST, size.get() + by)));
    }

    private RadioMenuItem theme(String name, String id, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(group);
        item.setSelected(model.themeProperty().get().equals(id));
        item.setOnAction(event -> model.themeProperty().set(id));
        return item;
    }

    private Menu help() {
        return new Menu(
                "_Help",
                null,
                item("Documentation", "F1", MaterialDesignB.BOOK_OPEN_VARIANT, () -> view.showHelp("index")),
                item("Five-minute tour", null, null, () -> view.showHelp("tour")),
                item("Troubleshooting", null, null, () -> view.showHelp("troubleshooting")),
                item("First steps", null, null, () -> view.showFirstSteps(true)),
                new SeparatorMenuItem(),
                item("About Hashscape", null, MaterialDesignI.INFORMATION_OUTLINE, view::showAbout));
    }

    private static MenuItem item(String name, @Nullable String keys, @Nullable Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(name, icon == null ? null : Icons.of(icon));
        item.setMnemonicParsing(false);
        if (keys != null) {
            item.setAccelerator(KeyCombination.keyCombination(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
