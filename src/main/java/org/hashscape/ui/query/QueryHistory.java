package org.hashscape.ui.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.hashscape.workbench.QueryRequest;

/** Former queries with their parameters, as a browser keeps pages: a new one cuts off what lay ahead. */
public final class QueryHistory {

    private static final int LONGEST = 500;

    private final List<QueryRequest> requests = new ArrayList<>();
    private int at = -1;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    public void push(QueryRequest request) {
        if (at >= 0 && requests.get(at).equals(request)) {
            return;
        }
        requests.subList(at + 1, requests.size()).clear();
        requests.add(request);
        if (requests.size() > LONGEST) {
            requests.remove(0);
        }
        at = requests.size() - 1;
        update();
    }

    public Optional<QueryRequest> back() {
        return move(-1);
    }

    public Optional<QueryRequest> forward() {
        return move(1);
    }

    /** Another archive: its tiles are others. */
    public void clear() {
        requests.clear();
        at = -1;
        update();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    private Optional<QueryRequest> move(int step) {
        int wanted = at + step;
        if (wanted < 0 || wanted >= requests.size()) {
            return Optional.empty();
        }
        at = wanted;
        update();
        return Optional.of(requests.get(at));
    }

    private void update() {
        canGoBack.set(at > 0);
        canGoForward.set(at < requests.size() - 1);
    }
}
