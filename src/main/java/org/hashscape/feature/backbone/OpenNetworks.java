package org.hashscape.feature.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hashscape.system.Folders;

/**
 * The networks in memory, one per model however many archives use it. They stay until the program ends: opening takes
 * a second, and a program uses few.
 */
final class OpenNetworks {

    private static final Map<BackboneSpec, Network> OPEN = new HashMap<>();
    private static final Map<BackboneSpec, Network> MAPS = new HashMap<>();

    private OpenNetworks() {}

    /** @throws IllegalArgumentException where TensorFlow cannot load the model */
    static synchronized Network get(BackboneSpec spec, Path model) {
        Network known = OPEN.get(spec);
        if (known != null) {
            return known;
        }
        try {
            Network opened = Network.open(model, spec.size(), spec.range());
            OPEN.put(spec, opened);
            return opened;
        } catch (IOException failure) {
            throw new IllegalArgumentException("The backbone " + spec.id() + ": " + failure.getMessage(), failure);
        }
    }

    /** The same network, ending in its last map. @throws IllegalArgumentException where it has none */
    static synchronized Network getMaps(BackboneSpec spec, Path model) {
        Network known = MAPS.get(spec);
        if (known != null) {
            return known;
        }
        try {
            Path copy = Files.createTempDirectory("hashscape-map");
            try {
                MapGraph.write(model, copy);
                Network opened = Network.open(copy, spec.size(), spec.range());
                MAPS.put(spec, opened);
                return opened;
            } finally {
                Folders.delete(copy);
            }
        } catch (IOException failure) {
            throw new IllegalArgumentException("The backbone " + spec.id() + ": " + failure.getMessage(), failure);
        }
    }
}
