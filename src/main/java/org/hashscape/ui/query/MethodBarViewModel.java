package org.hashscape.ui.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.SearchArchive.Choice;

/** The parameters of the next query. Whatever is typed, {@link #parametersProperty} always holds usable ones. */
public final class MethodBarViewModel {

    public static final int FEWEST_BITS = 8;
    public static final int MOST_BITS = 512;
    public static final int MOST_RESULTS = 1000;

    /** Methods that compare descriptors, not codes. */
    private static final Set<String> ON_FLOATS = Set.of("exhaustive", "exhaustive-euclidean");

    private static final Set<String> OWN_BITS = Set.of("sign", "exhaustive", "exhaustive-euclidean");

    private final List<Choice> methods;
    private final ObservableList<Choice> descriptors;
    private final StringProperty method = new SimpleStringProperty();
    private final StringProperty descriptor = new SimpleStringProperty();
    private final IntegerProperty bits = new SimpleIntegerProperty();
    private final IntegerProperty k = new SimpleIntegerProperty();
    private final ObjectProperty<Lookup> lookup = new SimpleObjectProperty<>();
    private final BooleanProperty rerank = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper bitsApply = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lookupApplies = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper rerankApplies = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Parameters> parameters;
    private boolean setting;
    private Parameters set;

    public MethodBarViewModel(List<Choice> methods, List<Choice> descriptors, Parameters start) {
        this.methods = List.copyOf(methods);
        this.descriptors = FXCollections.observableArrayList(descriptors);
        this.set = start;
        this.parameters = new ReadOnlyObjectWrapper<>(start);
        set(start);
        List.of(method, descriptor, bits, k, lookup, rerank)
                .forEach(property -> property.addListener(changed -> update()));
    }

    /** Sets all of them as one change, as when going back to a former query. */
    public void set(Parameters wanted) {
        set = wanted;
        setting = true;
        method.set(known(methods, wanted.method()));
        descriptor.set(known(descriptors, wanted.descriptor()));
        bits.set(wanted.bits());
        k.set(wanted.k());
        lookup.set(wanted.lookup());
        rerank.set(wanted.rerank());
        setting = false;
        update();
    }

    /** Takes over a typed bit count, if it is one. @return what is wrong with it, if anything */
    public Optional<String> typeBits(String typed) {
        return number(
                typed,
                FEWEST_BITS,
                MOST_BITS,
                "The code length is " + FEWEST_BITS + " to " + MOST_BITS + " bits",
                bits);
    }

    /** Takes over a typed result count, if it is one. @return what is wrong with it, if anything */
    public Optional<String> typeResults(String typed) {
        return number(typed, 1, MOST_RESULTS, "The number of results is 1 to " + MOST_RESULTS, k);
    }

    /** How a question reads: "KSLSH on SIFT words, 32 bits". */
    public String name(QueryRequest request) {
        String what = title(methods, request.method()) + " on " + title(descriptors, request.descriptor());
        return OWN_BITS.contains(request.method()) ? what : what + ", " + request.bits() + " bits";
    }

    public List<Choice> methods() {
        return methods;
    }

    /** Changes when networks are added or removed. */
    public ObservableList<Choice> descriptors() {
        return FXCollections.unmodifiableObservableList(descriptors);
    }

    /** Offers these descriptors from now on; where the chosen one is gone, the first of them is chosen. */
    public void offerDescriptors(List<Choice> now) {
        descriptors.setAll(now);
        descriptor.set(known(descriptors, descriptor.get()));
    }

    /** Chooses a model that has been trained, seed and all. */
    public void use(String trainedMethod, String trainedDescriptor, int trainedBits, long seed) {
        set(new Parameters(trainedMethod, trainedDescriptor, trainedBits, k.get(), lookup.get(), rerank.get(), seed));
    }

    /** Id of the method. */
    public StringProperty methodProperty() {
        return method;
    }

    /** Id of the descriptor. */
    public StringProperty descriptorProperty() {
        return descriptor;
    }

    public IntegerProperty bitsProperty() {
        return bits;
    }

    public IntegerProperty resultsProperty() {
        return k;
    }

    public ObjectProperty<Lookup> lookupProperty() {
        return lookup;
    }

    public BooleanProperty rerankProperty() {
        return rerank;
    }

    /** Whether the chosen method lets the user choose a code length. */
    public ReadOnlyBooleanProperty bitsApplyProperty() {
        return bitsApply.getReadOnlyProperty();
    }

    /** Whether the chosen method has codes to look up. */
    public ReadOnlyBooleanProperty lookupAppliesProperty() {
        return lookupApplies.getReadOnlyProperty();
    }

    /** Whether re-ranking can change anything: search on floats and table look-ups order by descriptors anyway. */
    public ReadOnlyBooleanProperty rerankAppliesProperty() {
        return rerankApplies.getReadOnlyProperty();
    }

    /** The parameters as chosen now. */
    public ReadOnlyObjectProperty<Parameters> parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    private void update() {
        if (setting) {
            return;
        }
        boolean codes = !ON_FLOATS.contains(method.get());
        bitsApply.set(!OWN_BITS.contains(method.get()));
        lookupApplies.set(codes);
        rerankApplies.set(codes && !(lookup.get() instanceof Lookup.Table));
        parameters.set(new Parameters(
                method.get(),
                descriptor.get(),
                bits.get(),
                k.get(),
                codes ? lookup.get() : new Lookup.FullRanking(),
                rerankApplies.get() && rerank.get(),
                seed()));
    }

    /** That of the model chosen last, as long as it is still the one chosen. */
    private long seed() {
        boolean same = set.method().equals(method.get())
                && set.descriptor().equals(descriptor.get())
                && set.bits() == bits.get();
        return same ? set.seed() : Parameters.SEED;
    }

    private static String known(List<Choice> choices, String id) {
        boolean there = choices.stream().anyMatch(choice -> choice.id().equals(id));
        return there || choices.isEmpty() ? id : choices.get(0).id();
    }

    /** A choice's title without what it says in brackets. */
    static String shortTitle(Choice choice) {
        return choice.title().replaceFirst(" \\(.*\\)$", "");
    }

    private static String title(List<Choice> choices, String id) {
        return choices.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .map(MethodBarViewModel::shortTitle)
                .orElse(id);
    }

    private static Optional<String> number(String typed, int least, int most, String rule, IntegerProperty into) {
        try {
            int number = Integer.parseInt(typed.strip());
            if (number >= least && number <= most) {
                into.set(number);
                return Optional.empty();
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of range
        }
        return Optional.of(rule + ", not “" + typed.strip() + "”.");
    }
}
