package org.hashscape.ui.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.hashscape.ui.archive.ArchiveViewModel.LabelChoice;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icons;
import org.hashscape.workbench.filter.Region;
import org.hashscape.workbench.filter.TileFilter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** What tiles must be like, beyond text and one label: more labels, days, a part of the Earth. */
final class FilterPane extends VBox {

    /** What a chosen label means. */
    private enum Use {
        ALL("with"),
        ANY("with any of"),
        NONE("without");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Asks the window for a region drawn on the map. */
    interface Drawing {
        void rectangle();

        void polygon();
    }

    /** As the command line and manifests write days, whatever the language of the system. */
    private static final StringConverter<LocalDate> ISO_DAYS = new StringConverter<>() {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        }
    };

    private final ArchiveViewModel model;
    private final ChoiceBox<Use> use = new ChoiceBox<>(FXCollections.observableArrayList(Use.values()));
    private final SearchableComboBox<LabelChoice> labels = new SearchableComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TextField place = new TextField();
    private final Label problem = new Label();
    private boolean showing;

    FilterPane(ArchiveViewModel model, Drawing drawing) {
        this.model = model;
        getStyleClass().add("filter-pane");
        setId("filter-pane");
        CheckBox follow = Icons.explain(
                new CheckBox("Results follow the filter"),
                "Find only tiles that pass; off: the filter is for the archive alone");
        follow.setId("results-follow");
        follow.setWrapText(true);
        follow.selectedProperty().bindBidirectional(model.resultsFollowProperty());
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(labelRow(), days(), placeRow(drawing), problem, follow);
        model.conditionsProperty().addListener((property, before, now) -> show(now));
        show(model.conditionsProperty().get());
    }

    private Node labelRow() {
        use.setValue(Use.ALL);
        use.setId("filter-use");
        Hint.set(use, "Whether tiles must carry the label you choose");
        use.setAccessibleText("Whether tiles must carry the label");
        labels.setId("filter-label");
        labels.setPromptText("label…");
        labels.setMaxWidth(Double.MAX_VALUE);
        Icons.explain(labels, "Adds a label to the filter; type to find it");
        model.labelsProperty().addListener((property, before, now) -> list(now));
        list(model.labelsProperty().get());
        labels.valueProperty().addListener((property, before, now) -> {
            if (now != null && !showing) {
                now.label().ifPresent(this::add);
                showing = true;
                labels.setValue(null);
                showing = false;
            }
        });
        HBox.setHgrow(labels, Priority.ALWAYS);
        return row(use, labels);
    }

    private void list(List<LabelChoice> choices) {
        showing = true;
        labels.setItems(FXCollections.observableArrayList(
                choices.stream().filter(choice -> choice.label().isPresent()).toList()));
        showing = false;
    }

    private void add(String label) {
        TileFilter now = model.conditionsProperty().get();
        TileFilter without = now.withAll(less(now.all(), label))
                .withAny(less(now.any(), label))
                .withNone(less(now.none(), label));
        model.conditionsProperty()
                .set(
                        switch (use.getValue()) {
                            case ALL -> without.withAll(more(without.all(), label));
                            case ANY -> without.withAny(more(without.any(), label));
                            case NONE -> without.withNone(more(without.none(), label));
                        });
    }

    private static SortedSet<String> more(SortedSet<String> labels, String label) {
        SortedSet<String> more = new TreeSet<>(labels);
        more.add(label);
        return more;
    }

    private static SortedSet<String> less(SortedSet<String> labels, String label) {
        SortedSet<String> less = new TreeSet<>(labels);
        less.remove(label);
        return less;
    }

    private Node days() {
        from.setId("filter-from");
        from.setPromptText("from day");
        Icons.explain(from, "Only tiles acquired on this day or later");
        to.setId("filter-to");
        to.setPromptText("until day");
        Icons.explain(to, "Only tiles acquired on this day or before");
        for (DatePicker picker : List.of(from, to)) {
            picker.getStyleClass().add("day");
            picker.setConverter(ISO_DAYS);
            picker.valueProperty().addListener(changed -> daysChosen());
        }
        FlowPane row = new FlowPane(from, to);
        row.getStyleClass().add("filter-days");
        return row;
    }

    private void daysChosen() {
        if (showing) {
            return;
        }
        try {
            model.conditionsProperty()
                    .set(model.conditionsProperty().get().between(day(from.getValue()), day(to.getValue())));
            problem.setText("");
        } catch (IllegalArgumentException wrongOrder) {
            problem.setText(wrongOrder.getMessage());
        }
    }

    private static Optional<LocalDate> day(@Nullable LocalDate chosen) {
        return Optional.ofNullable(chosen);
    }

    private Node placeRow(Drawing drawing) {
        place.setId("filter-place");
        place.setPromptText("W,S,E,N");
        place.setMinWidth(0);
        Icons.explain(
                place,
                "Only tiles in this rectangle of degrees, as 5.5,45,10,48; or in a polygon, as 5,45 10,45 8,48 (Enter)");
        place.setOnAction(event -> placeWritten());
        HBox.setHgrow(place, Priority.ALWAYS);
        Button rectangle =
                Icons.button(MaterialDesignS.SELECTION_DRAG, "Draw a rectangle on the map", drawing::rectangle);
        rectangle.setId("filter-rectangle");
        Button polygon = Icons.button(MaterialDesignV.VECTOR_POLYGON, "Draw a polygon on the map", drawing::polygon);
        polygon.setId("filter-polygon");
        return row(place, rectangle, polygon);
    }

    private void placeWritten() {
        String text = place.getText().strip();
        try {
            Optional<Region> region = text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            text.contains(" ") && !text.contains(", ")
                                    ? Region.parsePolygon(text)
                                    : Region.parseBox(text));
            model.conditionsProperty().set(model.conditionsProperty().get().in(region));
            problem.setText("");
        } catch (IllegalArgumentException wrong) {
            problem.setText(wrong.getMessage());
        }
    }

    private void show(TileFilter now) {
        showing = true;
        from.setValue(now.from().orElse(null));
        to.setValue(now.to().orElse(null));
        place.setText(now.region().map(Region::text).orElse(""));
        problem.setText("");
        showing = false;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("filter-row");
        return row;
    }
}
