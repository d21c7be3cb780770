package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.feature.backbone.TinyGraphs;
import org.hashscape.model.Progress;
import org.hashscape.workbench.GenerateArchive;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** The small files that stand for those which documented commands name, made when they are first asked for. */
final class StandIns {

    /** A source of a file. */
    private interface Making {
        Path make() throws IOException;
    }

    /** An archive with a model of {@code deep}. */
    static final String DEEP = "deep.hsa";

    private final Path folder;
    private final DocumentedFolders folders;
    private final Map<String, Path> made = new HashMap<>();

    StandIns(Path folder) {
        this.folder = folder;
        this.folders = new DocumentedFolders(folder);
    }

    /**
     * What is imported, or trained on.
     *
     * @param layout what the command says of it, if it does: a layout's name, or {@code scene} where it is to be cut
     * @return empty where the name is not known
     */
    Optional<Path> folder(String documented, String layout) throws IOException {
        return switch (documented) {
            case "FOLDER" -> Optional.of(ofLayout(layout));
            case "path/to/images" -> Optional.of(once("classes", folders::classes));
            case "ucmd_jpeg95" -> Optional.of(ucMerced());
            case "UCMerced/Images", "ucmd_jpeg95/Images" ->
                Optional.of(ucMerced().resolve("Images"));
            case "eurosat-rgb-10k" -> Optional.of(once("eurosat", folders::euroSat));
            case "UCMerced-with-manifest" -> Optional.of(places());
            case "MANIFEST" -> Optional.of(places().resolve("manifest.csv"));
            case "SCENE.tif", "scene.tif" -> Optional.of(once("scene", folders::scene));
            default -> Optional.empty();
        };
    }

    private Path ofLayout(String layout) throws IOException {
        return switch (layout) {
            case "manifest" -> places();
            case "uc-merced", "uc-merced-multilabel" -> ucMerced();
            case "eurosat" -> once("eurosat", folders::euroSat);
            case "eurosat-ms" -> once("eurosat-ms", folders::euroSatOfThirteenBands);
            case "bigearthnet", "bigearthnet-43" -> once("bigearthnet", folders::bigEarthNet);
            case "scene" -> parent(once("scene", folders::scene));
            default -> once("classes", folders::classes);
        };
    }

    /** Copies an archive to where a command looks for it: one like UC Merced, EuroSAT, generated tiles, or with places. */
    void archive(String documented, Path wanted) throws IOException {
        Path archive = switch (documented) {
            case "u.hsa", "u1.hsa" -> archiveOfUcMerced("new-u.hsa");
            case "e.hsa" -> once("e.hsa", () -> imported("e.hsa", once("eurosat", folders::euroSat)));
            case DEEP -> once(DEEP, this::deep);
            case "million.hsa" -> once("million.hsa", this::generated);
            default -> once("a.hsa", () -> searchable("a.hsa"));
        };
        Files.copy(archive, wanted);
    }

    /** Itself, not a copy: what is measured on it stays there. */
    Path archiveOfUcMerced() throws IOException {
        return archiveOfUcMerced("u.hsa");
    }

    private Path archiveOfUcMerced(String name) throws IOException {
        return once(name, () -> imported(name, ucMerced().resolve("Images")));
    }

    /** An image from outside. */
    Path image() throws IOException {
        return places().resolve(DocumentedFolders.TILE);
    }

    /** A frozen graph that reads images of 32 pixels, with a tensor {@code features}. */
    Path network() throws IOException {
        return once(
                "network.pb",
                () -> TinyGraphs.write(
                        TinyGraphs.frozen(32, TinyGraphs.KERNEL).toBuilder()
                                .addNode(NodeDef.newBuilder()
                                        .setName("features")
                                        .setOp("Identity")
                                        .addInput("pool")
                                        .putAttr(
                                                "T",
                                                AttrValue.newBuilder()
                                                        .setType(DataType.DT_FLOAT)
                                                        .build()))
                                .build(),
                        folder.resolve("network.pb")));
    }

    private Path ucMerced() throws IOException {
        return once("ucMerced", folders::ucMerced);
    }

    private Path places() throws IOException {
        return once("places", folders::places);
    }

    private Path generated() throws IOException {
        Path file = folder.resolve("million.hsa");
        GenerateArchive.run(file, 200, 1, 1, Progress.NONE);
        return file;
    }

    private Path imported(String name, Path images) {
        Path file = folder.resolve(name);
        Commands.mustRun(List.of("import", images.toString(), "--archive", file.toString()));
        return file;
    }

    /** With models of the methods that queries are about, so that not every query trains its own. */
    private Path searchable(String name) throws IOException {
        Path file = imported(name, places());
        for (String method : List.of("kslsh", "itq")) {
            Commands.mustRun(List.of("train", file.toString(), "--method", method));
        }
        Commands.mustRun(List.of("describe", file.toString(), "--descriptor", "colour-texture"));
        return file;
    }

    private Path deep() throws IOException {
        Path file = Files.copy(once("a.hsa", () -> searchable("a.hsa")), folder.resolve(DEEP));
        Commands.mustRun(List.of("train", file.toString(), "--method", "deep", "--descriptor", "colour-texture"));
        return file;
    }

    private Path once(String name, Making making) throws IOException {
        Path known = made.get(name);
        if (known == null) {
            known = making.make();
            made.put(name, known);
        }
        return known;
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElseThrow();
    }
}
