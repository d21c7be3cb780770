package org.hashscape.feature.backbone;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The numbers that a network expects for the pixel values 0 to 255. */
public enum PixelRange {
    /** As they are: the network has its own preprocessing inside. */
    BYTES("0..255", 1f, 0f),
    /** Divided by 255. */
    UNIT("0..1", 1f / 255, 0f),
    /** Divided by 127.5, less 1: what the Inception and MobileNet families were trained with. */
    SIGNED("-1..1", 1f / 127.5f, -1f);

    private final String text;
    private final float factor;
    private final float offset;

    PixelRange(String text, float factor, float offset) {
        this.text = text;
        this.factor = factor;
        this.offset = offset;
    }

    /** @param text as {@code -1..1} @throws IllegalArgumentException for any other text, naming those that are known */
    public static PixelRange of(String text) {
        return Arrays.stream(values())
                .filter(range -> range.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no pixel range '" + text + "'. Known: "
                        + Arrays.stream(values()).map(range -> range.text).collect(Collectors.joining(", "))));
    }

    float scaled(int sample) {
        return sample * factor + offset;
    }

    /** As {@code -1..1}. */
    @Override
    public String toString() {
        return text;
    }
}
