package org.hashscape.feature;

import java.util.List;
import java.util.stream.Collectors;

/** The descriptor families that Hashscape knows, in the order in which menus show them. */
public final class DescriptorFamilies {

    private static final List<DescriptorFamily> ALL = List.of(new ColourTexture(), new SiftWords());

    private DescriptorFamilies() {}

    public static List<DescriptorFamily> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException where there is no such family; the message names those that exist */
    public static DescriptorFamily byId(String id) {
        return ALL.stream()
                .filter(family -> family.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no descriptor '" + id + "'. Known: "
                        + ALL.stream().map(DescriptorFamily::id).collect(Collectors.joining(", "))));
    }
}
