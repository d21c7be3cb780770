package org.hashscape.workbench;

import java.util.Arrays;
import java.util.Optional;
import org.hashscape.hashing.multicode.MultiCodeTrainer;
import org.hashscape.retrieval.MultiCodeDistance;

/** The methods that give a tile several codes: what trains them, and how they are compared. */
public enum MultiCodeMethod {
    /** As published. */
    PUBLISHED("multicode", "Multi-code", MultiCodeTrainer.multicode(), MultiCodeDistance.PUBLISHED),
    /** The same codes, by our distance. */
    SYMMETRIC(
            "multicode-symmetric",
            "Multi-code, symmetric distance",
            MultiCodeTrainer.multicode(),
            MultiCodeDistance.SYMMETRIC),
    /** Supervised codes, by our distance. */
    SUPERVISED(
            "multicode-kslsh",
            "Multi-code, supervised (KSLSH)",
            MultiCodeTrainer.supervised(),
            MultiCodeDistance.SYMMETRIC);

    private final String id;
    private final String title;
    private final MultiCodeTrainer trainer;
    private final MultiCodeDistance distance;

    MultiCodeMethod(String id, String title, MultiCodeTrainer trainer, MultiCodeDistance distance) {
        this.id = id;
        this.title = title;
        this.trainer = trainer;
        this.distance = distance;
    }

    /** The method of an id; empty where it is one with a single code, or none. */
    public static Optional<MultiCodeMethod> of(String id) {
        return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public MultiCodeTrainer trainer() {
        return trainer;
    }

    public MultiCodeDistance distance() {
        return distance;
    }
}
