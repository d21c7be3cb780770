package org.hashscape.ui.query;

import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;

/** How a query is to be answered, whatever it is about; the fields are those of {@link QueryRequest}. */
public record Parameters(String method, String descriptor, int bits, int k, Lookup lookup, boolean rerank, long seed) {

    /** The seed of a model for which nobody has chosen one. */
    public static final long SEED = 1;

    public Parameters(String method, String descriptor, int bits, int k, Lookup lookup, boolean rerank) {
        this(method, descriptor, bits, k, lookup, rerank, SEED);
    }

    public static Parameters of(QueryRequest request) {
        return new Parameters(
                request.method(),
                request.descriptor(),
                request.bits(),
                request.k(),
                request.lookup(),
                request.rerank(),
                request.seed());
    }

    public QueryRequest about(QuerySource source) {
        return new QueryRequest(source, method, descriptor, bits, seed, k, lookup, rerank);
    }
}
