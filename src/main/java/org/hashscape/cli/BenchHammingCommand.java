package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.model.BinaryCode;
import org.hashscape.workbench.HammingBench;
import org.hashscape.workbench.bench.HammingGrowth;
import org.hashscape.workbench.chart.ChartPictures;
import org.hashscape.workbench.chart.ChartStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hashscape bench hamming}. */
@Command(
        name = "hamming",
        description = {
            "Times exact search on many codes, against a loop of Long.bitCount, a plain scan and the memory's speed,",
            "all in the same run."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BenchHammingCommand implements Callable<Integer> {

    private static final int MOST_CODES = 200_000_000;

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Option(names = "--codes", defaultValue = "1000000", paramLabel = "N", description = "How many. Default: 1000000.")
    private int codes;

    @Option(
            names = "--bits",
            defaultValue = "64",
            paramLabel = "B",
            description = "Code length, 1 to 4096. Default: 64. With --codes-from that of the model.")
    private int bits;

    @Option(
            names = "--clustered",
            description = "Codes around 1,000 centres, each bit flipped with probability 0.1, instead of random ones.")
    private boolean clustered;

    @Option(
            names = "--codes-from",
            paramLabel = "A.hsa:METHOD:DESCRIPTOR:BITS",
            description =
                    "Copies of an archive's own codes with some bits flipped. The model is trained where it is not.")
    private Optional<String> codesFrom;

    @Option(
            names = "--flip",
            paramLabel = "P",
            description = {
                "Probability with which a bit of a copy is flipped, 0 to 0.5. Default: the mean distance of an archive's",
                "codes to their nearest other one, divided by the bits."
            })
    private Optional<Double> flip;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = {
                "Measures clustered and random codes at each of these sizes instead, such as",
                "1000,10000,100000,1000000,10000000."
            })
    private List<Integer> sizes = List.of();

    @Option(
            names = "--chart",
            paramLabel = "FILE.svg|FILE.png",
            description = "Draws the cost of a query against the size of the archive. Needs --sizes.")
    private Optional<Path> chart;

    @Option(names = "-k", defaultValue = "20", paramLabel = "K", description = "Results of a query. Default: 20.")
    private int k;

    @Option(names = "--threads", defaultValue = "1", paramLabel = "T", description = "That ask at once. Default: 1.")
    private int threads;

    @Option(
            names = "--rounds",
            defaultValue = "15",
            paramLabel = "R",
            description = "Each times every yardstick once and 20 queries. Default: 15.")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the codes. Default: 1.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, codes >= 1 && codes <= MOST_CODES, "--codes takes 1 to " + MOST_CODES);
        MethodOptions.require(
                command, bits >= 1 && bits <= BinaryCode.MAX_BITS, "--bits takes 1 to " + BinaryCode.MAX_BITS);
        MethodOptions.require(command, k >= 1, "-k takes at least 1, not " + k);
        MethodOptions.require(command, threads >= 1 && threads <= 256, "--threads takes 1 to 256, not " + threads);
        MethodOptions.require(command, rounds >= 1, "--rounds takes at least 1, not " + rounds);
        MethodOptions.require(
                command,
                sizes.stream().allMatch(size -> size >= 1 && size <= MOST_CODES),
                "--sizes takes numbers of 1 to " + MOST_CODES);
        MethodOptions.require(
                command, sizes.isEmpty() || codesFrom.isEmpty(), "--sizes and --codes-from exclude each other");
        MethodOptions.require(command, chart.isEmpty() || !sizes.isEmpty(), "--chart needs --sizes");
        HammingBench.Request request = new HammingBench.Request(codes, k, threads, rounds, seed);
        if (!sizes.isEmpty()) {
            return growth(request);
        }
        HammingBench.Result result = codesFrom.isPresent()
                ? HammingBench.likeThoseOf(codesFrom.get(), flip, request, console.progress())
                : HammingBench.generated(bits, clustered, request, console.progress());
        if (console.isJson()) {
            console.print(json(result));
        } else {
            inWords(result);
        }
        return 0;
    }

    private int growth(HammingBench.Request request) throws IOException {
        HammingGrowth growth =
                HammingGrowth.measure(bits, sizes.stream().sorted().distinct().toList(), request, console.progress());
        if (console.isJson()) {
            ObjectNode all = console.object();
            ArrayNode results = all.putArray("sizes");
            growth.results().forEach(result -> results.add(json(result)));
            console.print(all);
        } else {
            console.say(
                    "%-12s %-10s %-11s %12s %12s %12s %7s",
                    "codes", "data", "index", "query us", "scan us", "bitCount us", "ratio");
            growth.results().forEach(this::inOneLine);
        }
        if (chart.isPresent()) {
            ChartPictures.save(growth.draw(ChartStyle.PRINT), chart.get());
        }
        return 0;
    }

    private void inOneLine(HammingBench.Result result) {
        console.say(
                "%,-12d %-10s %-11s %12.1f %12.1f %12.1f %7.1f",
                result.plan().codes(),
                result.data(),
                result.plan().index(),
                result.queryMs() * 1000,
                result.scanMs() * 1000,
                result.bitCountMs() * 1000,
                result.bitCountMs() / result.queryMs());
    }

    private ObjectNode json(HammingBench.Result result) {
        double codeBytes = result.codeBytes();
        return console.object()
                .put("codes", result.plan().codes())
                .put("bits", result.plan().bits())
                .put("data", result.data())
                .put("k", k)
                .put("threads", threads)
                .put("index", result.plan().index().name().toLowerCase(Locale.ROOT))
                .put("kernel", result.plan().kernel().toLowerCase(Locale.ROOT))
                .put("buildSeconds", result.plan().buildSeconds())
                .put("bytesPerTile", codeBytes + result.plan().indexBytesPerCode())
                .put("indexBytesPerTile", result.plan().indexBytesPerCode())
                .put("queryMsMedian", result.queryMs())
                .put("queryMsP95", result.queryMsP95())
                .put("queryMsUndisturbed", result.queryMsUndisturbed())
                .put("scanMsMedian", result.scanMs())
                .put("scanMsUndisturbed", result.scanMsUndisturbed())
                .put("bitCountMsMedian", result.bitCountMs())
                .put("bitCountMsUndisturbed", result.bitCountMsUndisturbed())
                .put("speedupOverScan", result.scanMs() / result.queryMs())
                .put("speedupOverBitCount", result.bitCountMs() / result.queryMs())
                .put("bandwidthBoundMs", result.bandwidthBoundMs())
                .put("scanOverBandwidthBound", result.scanMs() / result.bandwidthBoundMs())
                .put("batchMsPerQuery", result.batchMsPerQuery());
    }

    private void inWords(HammingBench.Result result) {
        console.say(
                "%,d codes of %d bits, %s; top %d, %d thread(s).",
                result.plan().codes(), result.plan().bits(), result.data(), k, threads);
        console.say(
                "Index: %s, built in %.1f s, %.1f bytes a tile beyond the %d of its code.",
                result.plan().index(),
                result.plan().buildSeconds(),
                result.plan().indexBytesPerCode(),
                result.codeBytes());
        console.say("One query:        %10.4f ms median, %.4f ms for 95 of 100", result.queryMs(), result.queryMsP95());
        console.say("In a batch of 64: %10.4f ms a query", result.batchMsPerQuery());
        console.say(
                "Long.bitCount:    %10.4f ms: %.1f times as long",
                result.bitCountMs(), result.bitCountMs() / result.queryMs());
        console.say(
                "Undisturbed:      %10.4f ms against %.4f ms: %.1f times as long (5th percentiles)",
                result.queryMsUndisturbed(),
                result.bitCountMsUndisturbed(),
                result.bitCountMsUndisturbed() / result.queryMsUndisturbed());
        console.say(
                "Plain scan:       %10.4f ms: %.1f times as long", result.scanMs(), result.scanMs() / result.queryMs());
        console.say(
                "Reading the codes: %9.4f ms; the plain scan takes %.2f times as long",
                result.bandwidthBoundMs(), result.scanMs() / result.bandwidthBoundMs());
    }
}
