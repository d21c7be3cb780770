package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Path;
import org.hashscape.model.Progress;

/** Runs a model that nobody vouches for once, before it is kept. */
@FunctionalInterface
interface Trial {

    /**
     * Features that the network gives per image.
     *
     * @param model folder of the SavedModel
     * @param size side of the square images
     * @throws IOException where it does not run, gives numbers that are none, or the same for every image
     */
    int dimension(Path model, int size, PixelRange range, Progress progress) throws IOException;
}
