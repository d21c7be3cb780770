package org.hashscape.retrieval.hamming;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.workbench.HammingBench;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@code hashscape bench hamming} measures, with JMH: {@code mvn -q -Pbench test-compile exec:exec} runs all of it,
 * {@code -Dhashscape.args="-p codes=10000000 -p data=clustered -t 2"} some of it on two threads. With
 * {@code -p data=A.hsa:METHOD:DESCRIPTOR} it is copies of that archive's own codes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class HammingBenchmark {

    private static final int QUERIES = 1024;

    @Param({"100000", "1000000"})
    public int codes;

    @Param({"64", "128"})
    public int bits;

    @Param({"clustered", "random", "like-learned"})
    public String data = "clustered";

    private CodeTable table;
    private HammingSearch search;
    private HammingSearch plainScan;
    private HammingScan bitCount;
    private BinaryCode[] queries;

    /** Where a thread is among the queries. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        int next() {
            next = (next + 1) % QUERIES;
            return next;
        }
    }

    @Setup(Level.Trial)
    public void build() throws IOException {
        SyntheticCodes source =
                switch (data) {
                    case "random" -> SyntheticCodes.random(bits, 1);
                    case "clustered" -> SyntheticCodes.clustered(bits, 1);
                    case "like-learned" -> SyntheticCodes.likeLearned(bits, 1);
                    default -> HammingBench.codesLikeThoseOf(data + ":" + bits, 1);
                };
        table = source.table(codes);
        CodeTable asked = source.queries(QUERIES);
        queries = new BinaryCode[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            queries[i] = asked.code(i);
        }
        search = HammingSearch.of(table, 2, Progress.NONE);
        plainScan = HammingSearch.of(table, SearchPlan.Index.SCAN, 1, Progress.NONE);
        bitCount = new HammingScan(table);
    }

    @Benchmark
    public Neighbours planned(Turn turn) {
        return search.search(queries[turn.next()], 20, -1);
    }

    @Benchmark
    public Neighbours plainScan(Turn turn) {
        return plainScan.search(queries[turn.next()], 20, -1);
    }

    /** The yardstick. */
    @Benchmark
    public Neighbours bitCount(Turn turn) {
        return bitCount.search(queries[turn.next()], 20, -1);
    }

    /** What no scan can beat: reading every word once. */
    @Benchmark
    public long memory() {
        long sum = 0;
        for (long word : table.words()) {
            sum += word;
        }
        return sum;
    }
}
