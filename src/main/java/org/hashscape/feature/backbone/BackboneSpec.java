package org.hashscape.feature.backbone;

import java.util.regex.Pattern;

/**
 * How a backbone is used.
 *
 * @param id the descriptor's name: 1 to 40 of {@code a-z 0-9 . _ -}, starting with a letter or digit
 * @param input tensor that takes images, as {@code input:0}: [N, size, size, 3] floats, red first
 * @param output tensor that gives features, as {@code pool5/features:0}: [N, dimension], or [N, h, w, dimension] which
 *     is averaged over h and w
 * @param size pixels of the square that every tile is brought to
 * @param views 1 for the tile as it is; 4 for the mean of the features over its four rotations, 8 over these and their
 *     mirror images: a tile seen from above has no upper side. Describing takes as many times longer.
 * @param dimension features per tile
 * @param sha256 digest of the model's files, 64 hexadecimal digits, in lower case
 */
public record BackboneSpec(
        String id, String input, String output, int size, PixelRange range, int views, int dimension, String sha256) {

    static final int SMALLEST = 16;
    static final int LARGEST = 1024;
    static final int MOST_DIMENSIONS = 1 << 16;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public BackboneSpec {
        requireId(id);
        requireSize(size);
        requireViews(views);
        if (input.isBlank() || output.isBlank()) {
            throw new IllegalArgumentException("A backbone names its input and its output tensor");
        }
        if (dimension < 1 || dimension > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "A backbone gives 1 to " + MOST_DIMENSIONS + " features per tile, not " + dimension);
        }
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 digest: " + sha256);
        }
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A backbone's name has 1 to 40 of a-z, 0-9, '.', '_' and '-' and starts"
                    + " with a letter or digit; '" + id + "' does not");
        }
    }

    static void requireViews(int views) {
        if (views != 1 && views != 4 && views != 8) {
            throw new IllegalArgumentException("A tile is described in 1, 4 or 8 orientations, not in " + views);
        }
    }

    static void requireSize(int size) {
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "A backbone's input is " + SMALLEST + " to " + LARGEST + " pixels wide, not " + size);
        }
    }
}
