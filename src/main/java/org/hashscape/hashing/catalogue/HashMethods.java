package org.hashscape.hashing.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.baseline.ItqTrainer;
import org.hashscape.hashing.baseline.SignTrainer;
import org.hashscape.hashing.deep.DeepTrainer;
import org.hashscape.hashing.deep.MhclnTrainer;
import org.hashscape.hashing.kernel.KlshTrainer;
import org.hashscape.hashing.kernel.KslshTrainer;
import org.hashscape.hashing.lsh.LshTrainer;

/** The hashing methods that Hashscape knows, in the order in which menus show them. */
public final class HashMethods {

    private static final List<HashTrainer> ALL = List.of(
            new KslshTrainer(),
            new DeepTrainer(),
            DeepTrainer.stoppingEarly(),
            new MhclnTrainer(),
            new KlshTrainer(),
            new LshTrainer(),
            new ItqTrainer(),
            new SignTrainer());

    private HashMethods() {}

    public static List<HashTrainer> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException where there is no such method; the message names those that exist */
    public static HashTrainer byId(String method) {
        return ALL.stream()
                .filter(trainer -> trainer.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no hashing method '" + method + "'. Known: "
                        + ALL.stream().map(HashTrainer::method).collect(Collectors.joining(", "))));
    }
}
