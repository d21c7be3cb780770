package org.hashscape.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.model.Stretch.Range;

/** Renderings that sensors and data sets are usually shown in. Bands count from 1 in the order of the file. */
public enum RenderingPreset {
    AUTOMATIC("First three bands, 8-bit samples as stored", Rendering.AUTOMATIC),
    /** Reflectance x 10,000: bands in the order B01, B02, B03, B04, ... as in level-1C and level-2A stacks. */
    SENTINEL_2("Sentinel-2 true colour", new Rendering(List.of(4, 3, 2), new Range(0, 3000))),
    /** B08, B04, B03: plants are red. */
    SENTINEL_2_FALSE_COLOUR("Sentinel-2 false colour", new Rendering(List.of(8, 4, 3), new Range(0, 4000))),
    /** As the authors of EuroSAT made their RGB version (Helber et al. 2019). */
    EUROSAT_MS("EuroSAT multispectral", new Rendering(List.of(4, 3, 2), new Range(0, 2750))),
    /** Collection 2 level 2 of Landsat 8 and 9: reflectance = 0.0000275 x value - 0.2, here 0 to 0.3. */
    LANDSAT("Landsat 8/9 true colour", new Rendering(List.of(4, 3, 2), new Range(7273, 18182))),
    /** B5, B4, B3; reflectance 0 to 0.4. */
    LANDSAT_FALSE_COLOUR("Landsat 8/9 false colour", new Rendering(List.of(5, 4, 3), new Range(7273, 21818))),
    /** Backscatter in decibels: VV in red and blue, VH in green. */
    SENTINEL_1("Sentinel-1 backscatter (dB)", new Rendering(List.of(1, 2, 1), new Range(-25, 0)));

    private final String title;
    private final Rendering rendering;

    RenderingPreset(String title, Rendering rendering) {
        this.title = title;
        this.rendering = rendering;
    }

    public String title() {
        return title;
    }

    public Rendering rendering() {
        return rendering;
    }

    /** The name on the command line: "sentinel-2". */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RenderingPreset> byId(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static Optional<RenderingPreset> of(Rendering rendering) {
        return Arrays.stream(values())
                .filter(preset -> preset.rendering.equals(rendering))
                .findFirst();
    }
}
