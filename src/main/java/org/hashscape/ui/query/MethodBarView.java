package org.hashscape.ui.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hashscape.ui.common.Icons;
import org.hashscape.ui.common.LightComboBox;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.SearchArchive.Choice;
import org.jspecify.annotations.Nullable;

/** One row of choices: method, descriptor, bits, results, look-up, re-rank. It wraps where the window is narrow. */
public final class MethodBarView extends FlowPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<Lookup> LOOKUPS = List.of(
            new Lookup.FullRanking(),
            new Lookup.Asymmetric(),
            new Lookup.Table(0),
            new Lookup.Table(1),
            new Lookup.Table(2));

    private final MethodBarViewModel model;

    public MethodBarView(MethodBarViewModel model) {
        this.model = model;
        getStyleClass().add("method-bar");
        getChildren()
                .addAll(
                        field("Method", choice("method", model.methods(), model.methodProperty(), "Hashing method")),
                        field(
                                "Descriptor",
                                choice(
                                        "descriptor",
                                        model.descriptors(),
                                        model.descriptorProperty(),
                                        "What is measured of each image before hashing")),
                        field("Bits", bits(model)),
                        field("Results", results(model, "results")),
                        field("Look-up", lookup()),
                        rerank());
    }

    /** Only method, descriptor and bits, without captions, as small as may be; ids begin with the prefix. */
    public static Region compact(MethodBarViewModel model, String prefix) {
        ComboBox<Choice> method = choice(prefix + "-method", model.methods(), model.methodProperty(), "Hashing method");
        ComboBox<Choice> descriptor = choice(
                prefix + "-descriptor",
                model.descriptors(),
                model.descriptorProperty(),
                "What is measured of each image before hashing");
        ComboBox<String> bits = bits(model);
        bits.setId(prefix + "-bits");
        method.getStyleClass().add("compact-choice");
        descriptor.getStyleClass().add("compact-choice");
        FlowPane bar = new FlowPane(method, descriptor, bits);
        bar.getStyleClass().add("compact-bar");
        for (ComboBox<?> box : List.of(method, descriptor, bits)) {
            box.setMinWidth(0);
            box.maxWidthProperty()
                    .bind(bar.widthProperty()); // in a narrow column no box lies over what is beside the bar
        }
        return bar;
    }

    private static Node field(String name, ComboBox<?> box) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        label.setLabelFor(box);
        label.disableProperty().bind(box.disabledProperty());
        VBox field = new VBox(label, box);
        field.getStyleClass().add("field");
        return field;
    }

    private static ComboBox<Choice> choice(String id, List<Choice> choices, StringProperty chosen, String what) {
        ComboBox<Choice> box = new LightComboBox<>(FXCollections.observableArrayList(choices));
        box.setId(id);
        box.setConverter(shownAs(Choice::title));
        box.setButtonCell(new ShortName());
        Icons.explain(box, what);
        chosen.addListener(changed -> box.setValue(of(choices, chosen.get())));
        if (choices instanceof ObservableList<Choice> growing) {
            growing.addListener((InvalidationListener) changed -> {
                box.getItems().setAll(growing);
                box.setValue(of(growing, chosen.get()));
            });
        }
        box.setValue(of(choices, chosen.get()));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                chosen.set(now.id());
            }
        });
        return box;
    }

    /** The chosen entry without what its title says in brackets: the closed box is narrow. */
    private static final class ShortName extends ListCell<Choice> {

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(choice == null || empty ? null : MethodBarViewModel.shortTitle(choice));
        }
    }

    private static Choice of(List<Choice> choices, String id) {
        return choices.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElse(new Choice(id, id));
    }

    private static ComboBox<String> bits(MethodBarViewModel model) {
        ComboBox<String> box = number(
                "bits",
                List.of("8", "16", "24", "32", "48", "64", "96", "128", "256", "512"),
                model.bitsProperty(),
                model::typeBits);
        box.disableProperty().bind(model.bitsApplyProperty().not());
        return Icons.explain(
                box,
                "Length of the hash code: " + MethodBarViewModel.FEWEST_BITS + " to " + MethodBarViewModel.MOST_BITS
                        + " bits; choose or type");
    }

    /** The number of results to choose. */
    public static ComboBox<String> results(MethodBarViewModel model, String id) {
        ComboBox<String> box =
                number(id, List.of("10", "20", "50", "100", "200"), model.resultsProperty(), model::typeResults);
        return Icons.explain(box, "How many results, k: 1 to " + MethodBarViewModel.MOST_RESULTS + "; choose or type");
    }

    private static ComboBox<String> number(
            String id, List<String> offered, IntegerProperty number, Function<String, Optional<String>> type) {
        ComboBox<String> box = new LightComboBox<>(FXCollections.observableArrayList(offered));
        box.setId(id);
        box.setEditable(true);
        box.getStyleClass().add("number-box");
        box.setValue(String.valueOf(number.get()));
        number.addListener(changed -> box.setValue(String.valueOf(number.get())));
        box.valueProperty().addListener((property, before, typed) -> {
            if (typed != null && !typed.equals(String.valueOf(number.get()))) {
                // A number out of range is marked until the focus leaves, then the last good one comes back.
                box.pseudoClassStateChanged(WRONG, type.apply(typed).isPresent());
            } else {
                box.pseudoClassStateChanged(WRONG, false);
            }
        });
        box.getEditor()
                .textProperty()
                .addListener((property, before, typed) -> box.pseudoClassStateChanged(WRONG, false));
        box.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                box.setValue(String.valueOf(number.get()));
                box.getEditor().setText(String.valueOf(number.get()));
            }
        });
        return box;
    }

    private ComboBox<Lookup> lookup() {
        ComboBox<Lookup> box = new LightComboBox<>(FXCollections.observableArrayList(LOOKUPS));
        box.setId("lookup");
        box.setConverter(shownAs(MethodBarView::title));
        box.valueProperty().bindBidirectional(model.lookupProperty());
        box.disableProperty().bind(model.lookupAppliesProperty().not());
        return Icons.explain(
                box,
                "How candidates are found: rank every code, rank them by how sure the query is of each bit (deep"
                        + " hashing only; slower), or look only into hash buckets within a radius");
    }

    private static String title(Lookup lookup) {
        if (lookup instanceof Lookup.Table table) {
            return "Table, radius " + table.radius();
        }
        return lookup instanceof Lookup.Asymmetric ? "Asymmetric ranking" : "Full ranking";
    }

    private Node rerank() {
        CheckBox box = new CheckBox("Re-rank");
        box.setId("rerank");
        box.selectedProperty().bindBidirectional(model.rerankProperty());
        box.disableProperty().bind(model.rerankAppliesProperty().not());
        Icons.explain(box, "Order the candidates by their descriptors instead of their codes");
        HBox bottom = new HBox(box);
        bottom.getStyleClass().add("rerank");
        bottom.setAlignment(Pos.BOTTOM_LEFT);
        return bottom;
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> title) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("not editable");
            }
        };
    }
}
