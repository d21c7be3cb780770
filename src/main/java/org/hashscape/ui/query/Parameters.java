package org.hashscape.ui.query;

import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;

/** How a query is to be answered, whatever it is about; the fields are those of {@link QueryRequest}. */
public record Parameters(String method, String descriptor, int bits, int k, Lookup lookup, boolean rerank) {

    /** The seed of every model the window trains: one is enough to look at results; studies choose theirs. */
    private static final long SEED = 1;

    public static Parameters of(QueryRequest request) {
        return new Parameters(
                request.method(),
                request.descriptor(),
                request.bits(),
                request.k(),
                request.lookup(),
                request.rerank());
    }

    public QueryRequest about(QuerySource source) {
        return new QueryRequest(source, method, descriptor, bits, SEED, k, lookup, rerank);
    }
}
