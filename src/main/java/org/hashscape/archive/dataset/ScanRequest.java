package org.hashscape.archive.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.hashscape.model.SceneGrid;

/**
 * What to look through, and how.
 *
 * @param folder where to look
 * @param root folder that keys are relative to: the folder itself or one above it
 * @param only the one scene or manifest in the folder that is meant; the whole folder where there is none
 * @param grid how scenes are cut
 */
public record ScanRequest(Path folder, Path root, DatasetLayout layout, Optional<Path> only, SceneGrid grid) {}
