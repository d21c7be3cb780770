package org.hashscape.archive.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two class lists of BigEarthNet: the 43 classes of CORINE Land Cover level 3 that its files name, and the 19 of
 * Sumbul et al. 2021, table 2, into which 32 of them go; 11 have no counterpart.
 */
final class BigEarthNetClasses {

    private static final String NONE = "";

    private static final Map<String, String> NEW_BY_OLD = table();

    /** The 43 classes, in CORINE's order. */
    static final List<String> FORTY_THREE = List.copyOf(NEW_BY_OLD.keySet());

    /** The 19 classes, in the order of their first member. */
    static final List<String> NINETEEN = NEW_BY_OLD.values().stream()
            .filter(name -> !name.equals(NONE))
            .distinct()
            .toList();

    private BigEarthNetClasses() {}

    /** The class among the 19 of one among the 43; empty where it has none. */
    static Optional<String> toNineteen(String old) {
        return Optional.ofNullable(NEW_BY_OLD.get(old)).filter(name -> !name.equals(NONE));
    }

    private static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        put(table, "Urban fabric", "Continuous urban fabric", "Discontinuous urban fabric");
        put(table, "Industrial or commercial units", "Industrial or commercial units");
        put(
                table,
                NONE,
                "Road and rail networks and associated land",
                "Port areas",
                "Airports",
                "Mineral extraction sites",
                "Dump sites",
                "Construction sites",
                "Green urban areas",
                "Sport and leisure facilities");
        put(table, "Arable land", "Non-irrigated arable land", "Permanently irrigated land", "Rice fields");
        put(table, "Permanent crops", "Vineyards", "Fruit trees and berry plantations", "Olive groves");
        put(table, "Pastures", "Pastures");
        put(table, "Permanent crops", "Annual crops associated with permanent crops");
        put(table, "Complex cultivation patterns", "Complex cultivation patterns");
        String mixed = "Land principally occupied by agriculture, with significant areas of natural vegetation";
        put(table, mixed, mixed);
        put(table, "Agro-forestry areas", "Agro-forestry areas");
        put(table, "Broad-leaved forest", "Broad-leaved forest");
        put(table, "Coniferous forest", "Coniferous forest");
        put(table, "Mixed forest", "Mixed forest");
        put(table, "Natural grassland and sparsely vegetated areas", "Natural grassland");
        put(
                table,
                "Moors, heathland and sclerophyllous vegetation",
                "Moors and heathland",
                "Sclerophyllous vegetation");
        put(table, "Transitional woodland, shrub", "Transitional woodland/shrub");
        put(table, "Beaches, dunes, sands", "Beaches, dunes, sands");
        put(table, NONE, "Bare rock");
        put(table, "Natural grassland and sparsely vegetated areas", "Sparsely vegetated areas");
        put(table, NONE, "Burnt areas");
        put(table, "Inland wetlands", "Inland marshes", "Peatbogs");
        put(table, "Coastal wetlands", "Salt marshes", "Salines");
        put(table, NONE, "Intertidal flats");
        put(table, "Inland waters", "Water courses", "Water bodies");
        put(table, "Marine waters", "Coastal lagoons", "Estuaries", "Sea and ocean");
        return table;
    }

    private static void put(Map<String, String> table, String to, String... from) {
        for (String name : from) {
            table.put(name, to);
        }
    }
}
