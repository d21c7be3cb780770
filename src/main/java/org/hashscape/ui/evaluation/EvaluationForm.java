package org.hashscape.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.model.BinaryCode;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;

/** What the user wants to have measured, as typed; {@link #requestProperty} is empty while something is wrong with it. */
public final class EvaluationForm {

    private static final int MOST_SEEDS = 50;
    private static final int MOST_RESULTS = 1000;

    private final List<Choice> methods;
    private final List<Choice> descriptors;
    private final Map<String, BooleanProperty> methodChosen;
    private final Map<String, BooleanProperty> descriptorChosen;
    private final StringProperty bits = new SimpleStringProperty("16, 24, 32");
    private final StringProperty protocol = new SimpleStringProperty("mhcln");
    private final StringProperty seeds = new SimpleStringProperty("3");
    private final StringProperty k = new SimpleStringProperty("20");
    private final StringProperty relevance = new SimpleStringProperty("shares-label");
    private final BooleanProperty markLeaks = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<EvaluationRequest>> request =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean setting;

    public EvaluationForm(List<Choice> methods, List<Choice> descriptors) {
        this.methods = List.copyOf(methods);
        this.descriptors = List.copyOf(descriptors);
        this.methodChosen = switches(methods, List.of("lsh", "kslsh", "itq", "exhaustive"));
        this.descriptorChosen = switches(descriptors, List.of("colour-texture"));
        Stream.of(
                        methodChosen.values().stream(),
                        descriptorChosen.values().stream(),
                        Stream.of(bits, protocol, seeds, k, relevance, markLeaks))
                .flatMap(each -> each)
                .map(Observable.class::cast)
                .forEach(property -> property.addListener(changed -> update()));
        update();
    }

    private static Map<String, BooleanProperty> switches(List<Choice> choices, List<String> on) {
        Map<String, BooleanProperty> switches = new LinkedHashMap<>();
        choices.forEach(choice -> switches.put(choice.id(), new SimpleBooleanProperty(on.contains(choice.id()))));
        return switches;
    }

    /** Takes over what was asked before, as one change; methods that are no longer there are left out. */
    public void set(EvaluationRequest former) {
        setting = true;
        methodChosen.forEach((id, chosen) -> chosen.set(former.methods().contains(id)));
        descriptorChosen.forEach((id, chosen) -> chosen.set(former.descriptors().contains(id)));
        bits.set(String.join(", ", former.bits().stream().map(String::valueOf).toList()));
        protocol.set(former.protocol());
        seeds.set(String.valueOf(former.seeds().size()));
        k.set(String.valueOf(former.k()));
        relevance.set(former.relevance());
        markLeaks.set(former.leaks() == LeakPolicy.MARK);
        setting = false;
        update();
    }

    public List<Choice> methods() {
        return methods;
    }

    public List<Choice> descriptors() {
        return descriptors;
    }

    public BooleanProperty methodProperty(String id) {
        return known(methodChosen, id);
    }

    public BooleanProperty descriptorProperty(String id) {
        return known(descriptorChosen, id);
    }

    /** Code lengths, separated by commas or spaces. */
    public StringProperty bitsProperty() {
        return bits;
    }

    /** Id of the protocol. */
    public StringProperty protocolProperty() {
        return protocol;
    }

    /** How many seeds: 1, 2, ... up to it. */
    public StringProperty seedsProperty() {
        return seeds;
    }

    public StringProperty kProperty() {
        return k;
    }

    /** Id of the relevance rule. */
    public StringProperty relevanceProperty() {
        return relevance;
    }

    /** Whether leaky rows are measured and marked instead of refused. */
    public BooleanProperty markLeaksProperty() {
        return markLeaks;
    }

    public ReadOnlyObjectProperty<Optional<EvaluationRequest>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /** What must be changed before anything can be measured; empty where nothing must. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void update() {
        if (setting) {
            return;
        }
        try {
            EvaluationRequest made = new EvaluationRequest(
                    chosen(methodChosen, "method"),
                    chosen(descriptorChosen, "descriptor"),
                    bitCounts(),
                    protocol.get(),
                    LongStream.rangeClosed(1, number(seeds, "The number of seeds", MOST_SEEDS))
                            .boxed()
                            .toList(),
                    number(k, "The number of results k", MOST_RESULTS),
                    relevance.get().strip(),
                    markLeaks.get() ? LeakPolicy.MARK : LeakPolicy.REFUSE);
            problem.set("");
            request.set(Optional.of(made));
        } catch (IllegalArgumentException wrong) {
            problem.set(String.valueOf(wrong.getMessage()));
            request.set(Optional.empty());
        }
    }

    private List<Integer> bitCounts() {
        List<Integer> counts = new ArrayList<>();
        for (String typed : bits.get().strip().split("[\\s,;]+")) {
            int count = number(() -> typed, "A code length", BinaryCode.MAX_BITS);
            if (!counts.contains(count)) {
                counts.add(count);
            }
        }
        counts.sort(null);
        return counts;
    }

    private static int number(StringProperty typed, String what, int most) {
        return number(typed::get, what, most);
    }

    private static int number(Supplier<String> typed, String what, int most) {
        String text = typed.get().strip();
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(what + " is 1 to " + most + ", not “" + text + "”.");
    }

    private static List<String> chosen(Map<String, BooleanProperty> switches, String what) {
        List<String> on = switches.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
        if (on.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one " + what + ".");
        }
        return on;
    }

    private static BooleanProperty known(Map<String, BooleanProperty> switches, String id) {
        BooleanProperty found = switches.get(id);
        if (found == null) {
            throw new IllegalArgumentException("There is no '" + id + "' to choose");
        }
        return found;
    }
}
