package org.hashscape.workbench;

import java.io.IOException;
import java.util.Optional;
import org.hashscape.model.BinaryCode;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.HashTable;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.workbench.QueryRequest.Lookup;

/** Answers where every tile has one code: by the full ranking, symmetric or not, or by the buckets of a table. */
final class HashedSearch {

    private final AskedQuery query;
    private final HashedTiles hashed;
    private final DescriptorSearch descriptors;
    private final RankedAnswer ranked;

    HashedSearch(AskedQuery query, HashedTiles hashed) {
        this.query = query;
        this.hashed = hashed;
        this.descriptors = new DescriptorSearch(query);
        this.ranked = new RankedAnswer(query);
    }

    QueryAnswer answer() throws IOException {
        BinaryCode code = hashed.function().encode(query.vector());
        query.clock().done("hash");
        return query.request().lookup() instanceof Lookup.Table asked
                ? fromTable(code, asked.radius())
                : fromRanking(code);
    }

    private QueryAnswer fromTable(BinaryCode code, int radius) throws IOException {
        HashTable.Bucket bucket = hashed.table().lookUp(code, radius, query.among(), query.ownRow());
        query.clock().done("look up");
        Neighbours found = descriptors.rerank(bucket.rows());
        return ranked.of(
                found,
                DescriptorDistance.COSINE,
                bucket.rows().length,
                CodesOfHits.of(query, hashed, code, found),
                noteOn(bucket, radius, found.size()));
    }

    private QueryAnswer fromRanking(BinaryCode code) throws IOException {
        Neighbours nearest = nearest(code, descriptors.wanted());
        query.clock().done("look up");
        return descriptors.answer(
                nearest, code.bits(), found -> CodesOfHits.of(query, hashed, code, found), Optional.empty());
    }

    private Neighbours nearest(BinaryCode code, int wanted) {
        if (query.request().lookup() instanceof Lookup.Asymmetric) {
            float[] real = hashed.function().realCode(query.vector()).orElseThrow();
            return new AsymmetricScan(hashed.codes()).search(real, wanted, query.among(), query.ownRow());
        }
        return hashed.search().search(code, wanted, query.among(), query.ownRow());
    }

    private Optional<String> noteOn(HashTable.Bucket bucket, int asked, int found) {
        if (bucket.radius() > asked) {
            return Optional.of("No other tile within " + asked + " bits: radius widened to " + bucket.radius());
        }
        if (found < query.request().k()) {
            return Optional.of("The buckets hold only " + found + " tiles; a larger radius finds more");
        }
        return Optional.empty();
    }
}
