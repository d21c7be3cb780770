package org.hashscape.feature.backbone;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Raster;
import org.hashscape.tensorflow.TensorFlowRuntime;

/**
 * A SavedModel that runs. One batch at a time: TensorFlow's own threads share the work inside it. Thread-safe.
 *
 * <p>Memory: pixels go through one direct buffer that is kept; every tensor of a batch is closed with the batch.
 */
final class Network implements AutoCloseable {

    private final int size;
    /** What each value of a byte becomes. */
    private final float[] table = new float[256];

    /** One image's numbers on their way into the direct buffer: it takes them in one piece much faster. */
    private final float[] line;

    private final ZooModel<NDList, NDList> model;
    private final Predictor<NDList, NDList> predictor;
    private final NDManager manager;
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);

    private Network(int size, PixelRange range, ZooModel<NDList, NDList> model) {
        this.size = size;
        this.line = new float[3 * size * size];
        for (int sample = 0; sample < table.length; sample++) {
            table[sample] = range.scaled(sample);
        }
        this.model = model;
        this.predictor = model.newPredictor();
        this.manager = model.getNDManager().newSubManager();
    }

    /**
     * @param folder of the SavedModel
     * @param size side of the square images
     * @throws IOException where TensorFlow cannot load it
     */
    static Network open(Path folder, int size, PixelRange range) throws IOException {
        TensorFlowRuntime.start();
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optEngine("TensorFlow")
                .optModelPath(folder)
                .optTranslator(new NoopTranslator())
                .build();
        try {
            return new Network(size, range, criteria.loadModel());
        } catch (MalformedModelException | ModelNotFoundException | RuntimeException unusable) {
            throw new IOException("TensorFlow cannot load this graph: " + reason(unusable), unusable);
        }
    }

    /**
     * Features of squares of the network's size, one array each; maps are averaged over their positions.
     *
     * @throws IllegalArgumentException where the network fails on them, or gives something else than features per tile
     */
    synchronized List<float[]> features(List<Raster> squares) {
        try (NDManager batch = manager.newSubManager()) {
            NDArray images = batch.create(fill(squares), shape(squares.size()), DataType.FLOAT32);
            NDList outputs = predictor.predict(new NDList(images));
            outputs.attach(batch);
            NDArray output = outputs.singletonOrThrow();
            return split(output.toFloatArray(), output.getShape().getShape(), squares.size());
        } catch (TranslateException | RuntimeException failure) {
            throw new IllegalArgumentException("The network cannot be run: " + reason(failure), failure);
        }
    }

    /**
     * Maps of squares of the network's size. Only for a network whose output is its map.
     *
     * @throws IllegalArgumentException where the network fails on them, or gives no maps
     */
    synchronized List<FeatureMap> maps(List<Raster> squares) {
        try (NDManager batch = manager.newSubManager()) {
            NDArray images = batch.create(fill(squares), shape(squares.size()), DataType.FLOAT32);
            NDList outputs = predictor.predict(new NDList(images));
            outputs.attach(batch);
            NDArray output = outputs.singletonOrThrow();
            long[] shape = output.getShape().getShape();
            if (shape.length != 4 || shape[0] != squares.size()) {
                throw new IllegalArgumentException(
                        "its map has the shape " + java.util.Arrays.toString(shape) + "; [N, h, w, d] is needed");
            }
            float[] values = output.toFloatArray();
            int each = values.length / squares.size();
            List<FeatureMap> maps = new ArrayList<>();
            for (int image = 0; image < squares.size(); image++) {
                float[] own = java.util.Arrays.copyOfRange(values, image * each, (image + 1) * each);
                maps.add(new FeatureMap((int) shape[2], (int) shape[1], (int) shape[3], own));
            }
            return maps;
        } catch (TranslateException | RuntimeException failure) {
            throw new IllegalArgumentException("The network cannot be run: " + reason(failure), failure);
        }
    }

    /** These squares as the network takes them, to be run as often as wanted; closed with the network. */
    synchronized NDArray prepared(List<Raster> squares) {
        return manager.create(fill(squares), shape(squares.size()), DataType.FLOAT32);
    }

    /** Runs the network alone, and forgets what it says. */
    synchronized void forward(NDArray images) {
        try (NDManager batch = manager.newSubManager()) {
            predictor.predict(new NDList(images)).attach(batch);
        } catch (TranslateException failure) {
            throw new IllegalArgumentException("The network cannot be run: " + reason(failure), failure);
        }
    }

    private Shape shape(int images) {
        return new Shape(images, size, size, 3);
    }

    /** Bytes, not a view of them as floats: DJL would make and fill another direct buffer of that first. */
    private ByteBuffer fill(List<Raster> squares) {
        int bytes = 4 * 3 * size * size * squares.size();
        if (pixels.capacity() < bytes) {
            pixels = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        pixels.clear();
        FloatBuffer floats = pixels.asFloatBuffer();
        for (Raster square : squares) {
            byte[] samples = square.rgb();
            for (int i = 0; i < samples.length; i++) {
                line[i] = table[samples[i] & 0xff];
            }
            floats.put(line);
        }
        return pixels.limit(bytes);
    }

    private static List<float[]> split(float[] values, long[] shape, int count) {
        boolean vectors = shape.length == 2;
        boolean maps = shape.length == 4;
        if (!(vectors || maps) || shape[0] != count) {
            throw new IllegalArgumentException("the output has the shape " + java.util.Arrays.toString(shape) + " for "
                    + count + " images; features are [N, d] or [N, h, w, d]");
        }
        int dimension = (int) shape[shape.length - 1];
        int positions = maps ? Math.toIntExact(shape[1] * shape[2]) : 1;
        List<float[]> all = new ArrayList<>();
        for (int image = 0, at = 0; image < count; image++) {
            double[] sums = new double[dimension];
            for (int position = 0; position < positions; position++) {
                for (int i = 0; i < dimension; i++) {
                    sums[i] += values[at++];
                }
            }
            float[] features = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                features[i] = (float) (sums[i] / positions);
            }
            all.add(features);
        }
        return all;
    }

    /** The innermost message, one line of at most 300 characters: TensorFlow writes whole stack traces into it. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String line = message.strip().lines().findFirst().orElse(cause.toString());
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }

    @Override
    public synchronized void close() {
        predictor.close();
        manager.close();
        model.close();
    }
}
