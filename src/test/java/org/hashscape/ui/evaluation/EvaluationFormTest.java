package org.hashscape.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationFormTest {

    private final EvaluationForm form = new EvaluationForm(
            List.of(new Choice("lsh", "LSH"), new Choice("kslsh", "KSLSH"), new Choice("exhaustive", "Exhaustive")),
            List.of(new Choice("colour-texture", "Colour"), new Choice("sift-words", "SIFT")));

    @Test
    void startsWithSomethingThatCanBeMeasured() {
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(form.requestProperty().get().orElseThrow().bits()).containsExactly(16, 24, 32);
    }

    @Test
    void readsCodeLengthsHoweverTheyAreTyped() {
        form.bitsProperty().set(" 64 32;32,\t8 ");
        assertThat(form.requestProperty().get().orElseThrow().bits()).containsExactly(8, 32, 64);
    }

    @ParameterizedTest
    @CsvSource({"'',A code length", "0,A code length", "-8,A code length", "5000,A code length", "16.5,A code length"})
    void saysWhichCodeLengthIsNone(String typed, String words) {
        form.bitsProperty().set(typed);
        assertThat(form.requestProperty().get()).isEmpty();
        assertThat(form.problemProperty().get()).startsWith(words).contains("“" + typed + "”");
    }

    @Test
    void needsAMethodAndADescriptor() {
        form.methods().forEach(method -> form.methodProperty(method.id()).set(false));
        assertThat(form.problemProperty().get()).isEqualTo("Choose at least one method.");
        form.methodProperty("lsh").set(true);
        form.descriptorProperty("colour-texture").set(false);
        assertThat(form.problemProperty().get()).isEqualTo("Choose at least one descriptor.");
        form.descriptorProperty("sift-words").set(true);
        assertThat(form.problemProperty().get()).isEmpty();
    }

    @Test
    void seedsAndResultsHaveBounds() {
        form.seedsProperty().set("51");
        assertThat(form.problemProperty().get()).contains("1 to 50");
        form.seedsProperty().set("2");
        form.kProperty().set("0");
        assertThat(form.problemProperty().get()).contains("1 to 1000");
    }

    @Test
    void takesOverWhatWasAskedBefore() {
        EvaluationRequest former = new EvaluationRequest(
                List.of("kslsh"),
                List.of("sift-words"),
                List.of(12, 48),
                "train-archive",
                List.of(1L, 2L, 3L, 4L),
                10,
                "same-labels",
                LeakPolicy.MARK);
        form.set(former);
        assertThat(form.requestProperty().get()).contains(former);
    }

    @Test
    void costCountsRunsOfMethodsWithOneLengthOnce() {
        EvaluationRequest request = new EvaluationRequest(
                List.of("lsh", "exhaustive", "sign"),
                List.of("a", "b"),
                List.of(16, 32),
                "mhcln",
                List.of(1L, 2L, 3L),
                20,
                "shares-label",
                LeakPolicy.REFUSE);
        assertThat(EvaluationCost.of(request, 2100).runs()).isEqualTo(2 * 3 * (2 + 1 + 1));
        assertThat(EvaluationCost.of(request, 2100).inWords()).startsWith("24 runs, ");
        assertThat(EvaluationCost.of(request, 100_000).seconds())
                .isGreaterThan(EvaluationCost.of(request, 2100).seconds());
    }
}
