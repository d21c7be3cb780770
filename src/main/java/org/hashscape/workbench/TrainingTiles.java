package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.imaging.synthetic.SyntheticScene;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.retrieval.evaluation.StratifiedSplit;

/** The tiles of one data set that a backbone is trained on, each with its class. Safe to read from several threads. */
interface TrainingTiles {

    int tiles();

    /** @throws UncheckedIOException where it cannot be read */
    Raster raster(int tile);

    /** Numbered over all data sets. */
    int classOf(int tile);

    /** The fingerprint of each tile, as an archive that holds it has it; none where nobody evaluates on such tiles. */
    List<byte[]> fingerprints() throws IOException;

    /** "1,260 tiles of ucmd". */
    String inWords() throws IOException;

    /** The training tiles of a labelled folder. */
    final class Folder implements TrainingTiles {

        private static final int MOST_NAME = 60;

        private final Archive archive;
        private final List<Tile> tiles = new ArrayList<>();
        private final List<Integer> classes = new ArrayList<>();

        Folder(Archive archive, long seed, List<Integer> setOfClass, int set) throws IOException {
            this.archive = archive;
            List<Tile> all = archive.catalogue().tiles();
            List<Labels> labels = all.stream().map(Tile::labels).toList();
            TreeMap<String, Integer> numbers = new TreeMap<>();
            for (int row : StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, seed)
                    .trainRows()) {
                if (labels.get(row).isEmpty()) {
                    throw new IllegalArgumentException("The tile "
                            + all.get(row).key() + " has no label; a folder to" + " train on has one folder per class");
                }
                String name = labels.get(row).names().first();
                Integer known = numbers.get(name);
                int number = known == null ? setOfClass.size() : known;
                if (known == null) {
                    numbers.put(name, number);
                    setOfClass.add(set);
                }
                tiles.add(all.get(row));
                classes.add(number);
            }
        }

        @Override
        public int tiles() {
            return tiles.size();
        }

        @Override
        public Raster raster(int tile) {
            try {
                return archive.raster(tiles.get(tile));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public int classOf(int tile) {
            return classes.get(tile);
        }

        @Override
        public List<byte[]> fingerprints() throws IOException {
            Fingerprints fingerprints = new Fingerprints(archive);
            List<byte[]> all = new ArrayList<>();
            for (Tile tile : tiles) {
                fingerprints.of(tile.id()).ifPresent(each -> all.add(each.toBytes()));
            }
            return all;
        }

        @Override
        public String inWords() throws IOException {
            String name =
                    archive.root().map(Path::getFileName).map(Path::toString).orElse("a folder");
            return String.format(
                    Locale.ENGLISH,
                    "%,d of %,d tiles of %s",
                    tiles(),
                    archive.catalogue().size(),
                    shortened(name));
        }

        private static String shortened(String name) {
            return (name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name).replaceAll("\\p{Cntrl}", "_");
        }
    }

    /** Generated scenes. */
    final class Scenes implements TrainingTiles {

        private static final int SIDE = 128;

        /** Seeds of scenes that are painted for training; the sample archive's is another. */
        private static final long SEEDS = 7_310_000;

        private final int perClass;
        private final long seed;
        private final int firstClass;

        Scenes(int perClass, long seed, List<Integer> setOfClass, int set) {
            this.perClass = perClass;
            this.seed = SEEDS + seed;
            this.firstClass = setOfClass.size();
            for (int i = 0; i < SceneClass.values().length; i++) {
                setOfClass.add(set);
            }
        }

        @Override
        public int tiles() {
            return perClass * SceneClass.values().length;
        }

        @Override
        public Raster raster(int tile) {
            return SyntheticScene.paint(SceneClass.values()[tile / perClass], tile % perClass, SIDE, seed)
                    .raster();
        }

        @Override
        public int classOf(int tile) {
            return firstClass + tile / perClass;
        }

        @Override
        public List<byte[]> fingerprints() {
            return List.of();
        }

        @Override
        public String inWords() {
            return String.format(Locale.ENGLISH, "%,d generated scenes", tiles());
        }
    }
}
