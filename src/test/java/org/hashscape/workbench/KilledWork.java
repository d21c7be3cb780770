package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.hashscape.workbench.export.ExportFormat;
import org.hashscape.workbench.export.ExportGallery;

/** Work that {@link KilledProcessesTest} kills: it never ends by itself for long, and says what it has committed. */
enum KilledWork {
    /** Imports one folder after the other. */
    IMPORT {
        @Override
        void step(Archive archive, Path folder, int number) throws IOException {
            try (Stream<Path> folders = Files.list(folder.resolve("images"))) {
                List<Path> all = folders.sorted().toList();
                new ImportTiles(archive, 2).run(all.get(number % all.size()), DatasetLayout.FLAT, Progress.NONE);
            }
        }
    },
    /** Describes all tiles, again and again. */
    DESCRIBE {
        @Override
        void step(Archive archive, Path folder, int number) throws IOException {
            new DescribeTiles(archive).run("colour-texture", true, Progress.NONE);
        }
    },
    /** Trains one model after the other, with codes of all tiles. */
    TRAIN {
        @Override
        void step(Archive archive, Path folder, int number) throws IOException {
            new TrainMethod(archive).run(spec(number), false, Progress.NONE);
        }
    },
    EVALUATE {
        @Override
        void step(Archive archive, Path folder, int number) throws IOException {
            new EvaluateArchive(archive).run(request(number), Progress.NONE);
        }
    },
    /** Writes the same gallery in every format, over and over. */
    EXPORT {
        @Override
        void step(Archive archive, Path folder, int number) throws IOException {
            QueryAnswer answer = new SearchArchive(archive)
                    .answer(
                            new QueryRequest(
                                    new QuerySource.ArchiveTile(new TileId(2)),
                                    "itq",
                                    "colour-texture",
                                    16,
                                    1,
                                    20,
                                    new QueryRequest.Lookup.FullRanking(),
                                    false),
                            Progress.NONE);
            ExportFormat format = ExportFormat.values()[number % ExportFormat.values().length];
            new ExportGallery(archive).run(answer, folder.resolve("out/gallery" + format.ending()), Progress.NONE);
        }
    };

    abstract void step(Archive archive, Path folder, int number) throws IOException;

    /** The model of a step. */
    static MethodSpec spec(int number) {
        return new MethodSpec(number % 2 == 0 ? "itq" : "lsh", "colour-texture", 16, 1 + number, Split.ALL);
    }

    /** The evaluation of a step: two runs. */
    static EvaluationRequest request(int number) {
        return new EvaluationRequest(
                List.of("lsh"),
                List.of("colour-texture"),
                List.of(8, 16),
                "mhcln",
                List.of(1L + number),
                5,
                "shares-label",
                LeakPolicy.MARK);
    }

    /** What to do, in which folder, which step comes first. */
    public static void main(String[] arguments) throws IOException {
        KilledWork work = valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            System.out.println("ready");
            for (int number = Integer.parseInt(arguments[2]); ; number++) {
                work.step(archive, folder, number);
                System.out.println("did " + number);
                System.out.flush();
            }
        }
    }
}
