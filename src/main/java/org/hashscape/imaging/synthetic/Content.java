package org.hashscape.imaging.synthetic;

/**
 * What a spot of a painted scene is. A scene carries the label of every content that covers at least its minimum share of
 * the finished picture, so labels tell what can be seen, not what was intended. Ground that lies under almost everything
 * (grass, soil, trees, sand) must cover much of it: a label that nearly every scene carries would make nearly every
 * scene relevant to every other.
 */
enum Content {
    GRASS("grass", 0.60),
    TREES("trees", 0.25),
    CROPS("crops", 0.25),
    BARE_SOIL("bare soil", 0.60),
    SAND("sand", 0.40),
    ROCK("rock", 0.20),
    WATER("water", 0.03),
    SNOW("snow", 0.30),
    CLOUD("cloud", 0.03),
    SMOKE("smoke", 0.02),
    FIRE("fire", 0.0008),
    BURN_SCAR("burn scar", 0.03),
    ROADS("roads", 0.12),
    BUILDINGS("buildings", 0.02),
    PAVEMENT("pavement", 0.20),
    TANKS("storage tanks", 0.006);

    private final String label;
    private final double minimumShare;

    Content(String label, double minimumShare) {
        this.label = label;
        this.minimumShare = minimumShare;
    }

    String label() {
        return label;
    }

    /** Share of the picture, 0..1, from which on it is worth a label. */
    double minimumShare() {
        return minimumShare;
    }
}
