package org.hashscape.ui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.chart.AnswerNumbers;

/** The numbers behind the charts. */
public final class ChartsViewModel {

    private final ReadOnlyObjectWrapper<Optional<AnswerNumbers>> numbers =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CodesViewModel codes;

    public ChartsViewModel(Background background) {
        this.codes = new CodesViewModel(background);
    }

    /** The codes behind the answers. */
    public CodesViewModel codes() {
        return codes;
    }

    public void show(QueryAnswer answer) {
        numbers.set(Optional.of(AnswerNumbers.of(answer)));
    }

    public void clear() {
        numbers.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<AnswerNumbers>> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }
}
