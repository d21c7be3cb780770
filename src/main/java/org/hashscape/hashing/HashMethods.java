package org.hashscape.hashing;

import java.util.List;
import java.util.stream.Collectors;

/** The hashing methods that Hashscape knows, in the order in which menus show them. */
public final class HashMethods {

    private static final List<HashTrainer> ALL = List.of();

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
