package org.hashscape.feature.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.SavedModel;

/** Models made to do harm, tried in a process of their own as every import does. */
class HostileImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;

    private Path folder;
    private BackboneFolder backbones;

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("backbones");
        backbones = new BackboneFolder(folder);
    }

    @Test
    void aProcessOfItsOwnFindsWhatThisOneFinds() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneSpec apart = new BackboneImport(backbones).run(graph, wishes("apart"), Progress.NONE);
        BackboneSpec here = new BackboneImport(backbones, new NetworkTrial()).run(graph, wishes("here"), Progress.NONE);
        assertThat(apart.dimension()).isEqualTo(here.dimension()).isEqualTo(TinyGraphs.FEATURES);
        assertThat(apart.sha256()).isEqualTo(here.sha256());
        assertThat(children()).containsExactly("apart", "here");
    }

    @Test
    void aGraphThatEndsTheProcessEndsOnlyItsOwn() throws IOException {
        refuses(write(HostileGraphs.ending(false), "aborts"), new TrialProcess(), "TensorFlow breaks down");
        refuses(write(HostileGraphs.ending(true), "exits"), new TrialProcess(), "TensorFlow breaks down");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aGraphThatAsksForAHundredGigabytesIsRefused() throws IOException {
        refuses(write(HostileGraphs.greedy(), "greedy.pb"), new TrialProcess(), "needs more memory than the 8 GB");
    }

    @Test
    void aGraphThatNeverEndsIsStopped() throws IOException {
        TrialProcess hasty = new TrialProcess(Duration.ofSeconds(5), 8L << 30);
        refuses(write(HostileGraphs.endless(), "endless.pb"), hasty, "does not come to an end");
    }

    @Test
    void aWeightOfImpossibleSizeIsRefused() throws IOException {
        refuses(write(HostileGraphs.overflowing(), "overflow.pb"), new TrialProcess(), "");
    }

    @Test
    void aCancelledTrialEndsWithinASecondAndLeavesNothing() throws IOException {
        Path graph = write(HostileGraphs.endless(), "endless.pb");
        long[] asked = new long[1];
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> new BackboneImport(backbones).run(graph, wishes("endless"), new Progress() {
                    private long trying;

                    @Override
                    public void report(double fraction, String sentence) {
                        trying = fraction > 0.5 ? System.nanoTime() : 0;
                    }

                    @Override
                    public void checkCancelled() {
                        if (trying > 0 && System.nanoTime() - trying > 500_000_000) {
                            asked[0] = System.nanoTime();
                            throw new CancelledException();
                        }
                    }
                }));
        assertThat(Duration.ofNanos(System.nanoTime() - asked[0])).isLessThan(Duration.ofSeconds(1));
        assertThat(children()).isEmpty();
    }

    @Test
    void ofTwoImportsOfOneNameOneWins() throws Exception {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Trial waiting = (model, size, range, progress) -> {
            trying.countDown();
            await(goOn);
            return TinyGraphs.FEATURES;
        };
        CompletableFuture<BackboneSpec> first = CompletableFuture.supplyAsync(() -> {
            try {
                return new BackboneImport(backbones, waiting).run(graph, wishes("tiny"), Progress.NONE);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
        trying.await();
        BackboneImport second = new BackboneImport(backbones, (model, size, range, progress) -> TinyGraphs.FEATURES);
        assertThatIOException()
                .isThrownBy(() -> second.run(graph, wishes("tiny"), Progress.NONE))
                .withMessageContaining("Another import of 'tiny' is going on");
        second.run(graph, wishes("other"), Progress.NONE);
        goOn.countDown();
        assertThat(first.join().id()).isEqualTo("tiny");
        assertThat(children()).containsExactly("other", "tiny");
    }

    @Test
    void ofTwoProgramsThatImportOneNameOneWins() throws Exception {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        List<String> said = new ArrayList<>();
        Trial meanwhile = (model, size, range, progress) -> {
            said.add(importElsewhere(graph));
            return TinyGraphs.FEATURES;
        };
        new BackboneImport(backbones, meanwhile).run(graph, wishes("tiny"), Progress.NONE);
        assertThat(said).singleElement().asString().contains("Another import of 'tiny' is going on");
        assertThat(children()).containsExactly("tiny");
    }

    /** What another program says that imports the graph under the name "tiny". */
    private String importElsewhere(Path graph) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        OneImport.class.getName(),
                        graph.toString(),
                        folder.toString())
                .redirectErrorStream(true);
        program.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process running = program.start();
        running.getOutputStream().close();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Imports one graph and says how it went. */
    static final class OneImport {

        public static void main(String[] arguments) throws IOException {
            try {
                new BackboneImport(
                                new BackboneFolder(Path.of(arguments[1])),
                                (model, size, range, progress) -> TinyGraphs.FEATURES)
                        .run(Path.of(arguments[0]), wishes("tiny"), Progress.NONE);
                System.out.println("imported tiny");
            } catch (IOException | IllegalArgumentException refusal) {
                System.out.println(refusal.getMessage());
            }
        }
    }

    @Test
    void importsAGzippedTar() throws IOException {
        Path archive = tar(
                "net.tgz",
                "./net/frozen.pb",
                TarConstants.LF_NORMAL,
                TinyGraphs.frozen(32, TinyGraphs.KERNEL).toByteArray());
        new BackboneImport(backbones, new NetworkTrial()).run(archive, wishes("tarred"), Progress.NONE);
        assertThat(children()).containsExactly("tarred");
    }

    @Test
    void refusesTarsThatReachOutside() throws IOException {
        byte[] graph = TinyGraphs.frozen(32, TinyGraphs.KERNEL).toByteArray();
        refuses(tar("up.tgz", "../../escaped.pb", TarConstants.LF_NORMAL, graph), new NetworkTrial(), "outside");
        refuses(
                tar("link.tgz", "frozen.pb", TarConstants.LF_SYMLINK, new byte[0]),
                new NetworkTrial(),
                "neither a file nor a folder");
        byte[] cut = Files.readAllBytes(tar("cut.tgz", "frozen.pb", TarConstants.LF_NORMAL, graph));
        refuses(
                Files.write(temporary.resolve("cut.tgz"), java.util.Arrays.copyOf(cut, cut.length / 2)),
                new NetworkTrial(),
                "");
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.toString().contains("escaped")))
                    .isEmpty();
        }
    }

    @Test
    void detectsWithoutImporting() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneImport.Detected found = BackboneImport.detect(graph, wishes("x"), Progress.NONE);
        assertThat(found)
                .isEqualTo(new BackboneImport.Detected(
                        Optional.of("input:0"),
                        Optional.of("pool:0"),
                        Optional.of(32),
                        Optional.of(PixelRange.SIGNED),
                        Optional.empty()));
        assertThat(children()).isEmpty();
    }

    @Test
    void removesABackboneAndNothingElse() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneImport quick = new BackboneImport(backbones, (model, size, range, progress) -> TinyGraphs.FEATURES);
        quick.run(graph, wishes("one"), Progress.NONE);
        quick.run(graph, wishes("two"), Progress.NONE);
        backbones.remove("one");
        assertThat(children()).containsExactly("two");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> backbones.remove("one"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> backbones.remove("../two"));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private Path tar(String file, String entry, byte kind, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry head = new TarArchiveEntry(entry, kind, true);
            if (kind == TarConstants.LF_SYMLINK) {
                head.setLinkName("/etc/passwd");
            } else {
                head.setSize(content.length);
            }
            tar.putArchiveEntry(head);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return Files.write(temporary.resolve(file), bytes.toByteArray());
    }

    private void refuses(Path source, Trial trial, String message) throws IOException {
        long start = System.nanoTime();
        assertThatIOException()
                .isThrownBy(() -> new BackboneImport(backbones, trial).run(source, wishes("evil"), Progress.NONE))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(message).hasSizeLessThan(500));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(children()).isEmpty();
    }

    private Path write(GraphDef graph, String name) throws IOException {
        return TinyGraphs.write(graph, temporary.resolve(name));
    }

    private Path write(SavedModel model, String name) throws IOException {
        Path saved = Files.createDirectory(temporary.resolve(name));
        try (OutputStream out = Files.newOutputStream(saved.resolve("saved_model.pb"))) {
            model.writeTo(out);
        }
        return saved;
    }

    private static BackboneImport.Wishes wishes(String id) {
        return new BackboneImport.Wishes(id);
    }

    private List<String> children() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
