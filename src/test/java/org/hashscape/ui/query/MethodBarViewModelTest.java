package org.hashscape.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.SearchArchive.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodBarViewModelTest {

    private static final List<Choice> METHODS = List.of(
            new Choice("lsh", "LSH"),
            new Choice("kslsh", "KSLSH"),
            new Choice("sign", "Sign"),
            new Choice("exhaustive", "Exhaustive"));
    private static final List<Choice> DESCRIPTORS = List.of(new Choice("colour-texture", "Colour"));

    private final MethodBarViewModel bar = new MethodBarViewModel(METHODS, DESCRIPTORS, parameters("kslsh"));

    @ParameterizedTest
    @ValueSource(strings = {"7", "513", "", "abc", "-32", "99999999999", "3.5"})
    void refusesBitCountsThatAreNone(String typed) {
        assertThat(bar.typeBits(typed)).get().asString().contains("8 to 512").contains(typed.strip());
        assertThat(bar.parametersProperty().get().bits()).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", " 17 ", "512"})
    void takesAnyBitCountBetween8And512(String typed) {
        assertThat(bar.typeBits(typed)).isEmpty();
        assertThat(bar.parametersProperty().get().bits()).isEqualTo(Integer.parseInt(typed.strip()));
    }

    @Test
    void offersNoCodeLengthAndNoLookupWhereThereAreNoCodes() {
        bar.methodProperty().set("exhaustive");
        assertThat(bar.bitsApplyProperty().get()).isFalse();
        assertThat(bar.lookupAppliesProperty().get()).isFalse();
        bar.methodProperty().set("sign");
        assertThat(bar.bitsApplyProperty().get()).isFalse();
        assertThat(bar.lookupAppliesProperty().get()).isTrue();
    }

    @Test
    void reranksOnlyAFullRanking() {
        bar.rerankProperty().set(true);
        assertThat(bar.parametersProperty().get().rerank()).isTrue();
        bar.lookupProperty().set(new Lookup.Table(1));
        assertThat(bar.rerankAppliesProperty().get()).isFalse();
        assertThat(bar.parametersProperty().get().rerank()).isFalse();
        bar.lookupProperty().set(new Lookup.FullRanking());
        assertThat(bar.parametersProperty().get().rerank()).isTrue();
    }

    @Test
    void changesOnceWhenAllIsSetTogether() {
        List<Parameters> changes = new ArrayList<>();
        bar.parametersProperty().addListener((property, before, now) -> changes.add(now));
        Parameters wanted = new Parameters("lsh", "colour-texture", 64, 50, new Lookup.Table(2), false);
        bar.set(wanted);
        assertThat(changes).containsExactly(wanted);
    }

    @Test
    void fallsBackToTheFirstMethodWhereTheStoredOneIsGone() {
        MethodBarViewModel other = new MethodBarViewModel(METHODS, DESCRIPTORS, parameters("gone"));
        assertThat(other.parametersProperty().get().method()).isEqualTo("lsh");
    }

    private static Parameters parameters(String method) {
        return new Parameters(method, "colour-texture", 32, 20, new Lookup.FullRanking(), false);
    }
}
