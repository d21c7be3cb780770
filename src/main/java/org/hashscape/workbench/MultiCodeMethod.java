package org.hashscape.workbench;

import java.util.Arrays;
import java.util.Optional;
import org.hashscape.hashing.multicode.MultiCodeFunction;
import org.hashscape.hashing.multicode.MultiCodeTrainer;
import org.hashscape.retrieval.MatchedDistance;
import org.hashscape.retrieval.MultiCodeDistance;
import org.hashscape.retrieval.PublishedDistance;

/** The methods that give a tile several codes: what trains them, and how they are compared. */
public enum MultiCodeMethod {
    /** As published: KLSH for each primitive, compared over the query's primitives. */
    PUBLISHED(MultiCodeTrainer.multicode()),
    /** Ours: KLSH for each primitive of scaled regions, read back and matched. */
    SYMMETRIC(MultiCodeTrainer.symmetric()),
    /** The same with ITQ. */
    ITQ(MultiCodeTrainer.itq()),
    /** The same with KSLSH, which learns from labels; codes read as labels. */
    SUPERVISED(MultiCodeTrainer.supervised());

    private final MultiCodeTrainer trainer;

    MultiCodeMethod(MultiCodeTrainer trainer) {
        this.trainer = trainer;
    }

    /** The method of an id; empty where it is one with a single code, or none. */
    public static Optional<MultiCodeMethod> of(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
    }

    public String id() {
        return trainer.method();
    }

    public String title() {
        return trainer.title();
    }

    public MultiCodeTrainer trainer() {
        return trainer;
    }

    /** How codes of a trained function are compared. */
    public static MultiCodeDistance distance(MultiCodeFunction function) {
        return function.reading().isPresent()
                ? new MatchedDistance(function.reading().get())
                : new PublishedDistance(function.zeros());
    }
}
