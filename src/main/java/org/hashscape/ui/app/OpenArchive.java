package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.Mark;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.BucketOccupancy;
import org.hashscape.ui.chart.CodesViewModel;
import org.hashscape.ui.query.FeedbackViewModel;
import org.hashscape.ui.query.QueryViewModel;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.ui.train.TrainViewModel;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.MarkTiles;
import org.hashscape.workbench.MeasureCodes;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.hashscape.workbench.NearDuplicates;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.TrainMethod;

/** The archive in the window, as its parts want to see it. */
record OpenArchive(Archive archive, SearchArchive search, NearDuplicates copies) {

    OpenArchive(Archive archive, SearchArchive search) {
        this(archive, search, new NearDuplicates(archive));
    }

    SearchViewModel.Searcher searcher() {
        return new SearchViewModel.Searcher() {
            @Override
            public boolean isReady(QueryRequest request) {
                return search.isReady(request);
            }

            @Override
            public QueryAnswer answer(QueryRequest request, Progress progress) throws IOException {
                QueryAnswer answer = search.answer(request, progress);
                copies.load(answer.ranking().tiles(), progress);
                return answer;
            }
        };
    }

    FeedbackViewModel.Keeper marks() {
        MarkTiles marks = new MarkTiles(archive);
        return new FeedbackViewModel.Keeper() {
            @Override
            public Map<TileId, List<Mark>> all() throws IOException {
                return marks.all();
            }

            @Override
            public void put(TileId query, Collection<Mark> said) throws IOException {
                marks.put(query, said);
            }

            @Override
            public List<TileId> giveLabel(String label, Collection<TileId> tiles) throws IOException {
                return marks.giveLabel(label, tiles);
            }

            @Override
            public void takeLabel(String label, Collection<TileId> tiles) throws IOException {
                marks.takeLabel(label, tiles);
            }
        };
    }

    TrainViewModel.Trainer trainer() {
        TrainMethod training = search.trainer();
        return new TrainViewModel.Trainer() {
            @Override
            public TrainMethod.Cost cost(MethodSpec spec) throws IOException {
                return training.cost(spec);
            }

            @Override
            public TrainMethod.Report train(MethodSpec spec, Progress progress) throws IOException {
                return training.run(spec, true, progress);
            }
        };
    }

    QueryViewModel.Pictures pictures() {
        return new QueryViewModel.Pictures() {
            @Override
            public Optional<Raster> thumbnail(Tile tile) throws IOException {
                return archive.thumbnail(tile.id());
            }

            @Override
            public Raster original(Tile tile) throws IOException {
                return archive.raster(tile);
            }

            @Override
            public Raster outside(Path file) throws IOException {
                return archive.outsideRaster(file);
            }
        };
    }

    /** The codes that a request searches; none where it searches descriptors. */
    Optional<CodesViewModel.Codes> codes(QueryRequest request) {
        if (SearchArchive.isExhaustive(request.method())) {
            return Optional.empty();
        }
        MethodSpec spec =
                new MethodSpec(request.method(), request.descriptor(), request.bits(), request.seed(), Split.ALL);
        MeasureCodes measure = new MeasureCodes(search);
        return Optional.of(new CodesViewModel.Codes() {
            @Override
            public BucketOccupancy occupancy(Progress progress) throws IOException {
                return measure.occupancy(spec, progress);
            }

            @Override
            public List<ScanTime> scanTimes(Progress progress) throws IOException {
                return measure.scanTimes(spec, progress);
            }
        });
    }
}
