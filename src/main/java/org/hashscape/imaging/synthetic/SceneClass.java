package org.hashscape.imaging.synthetic;

import static org.hashscape.imaging.synthetic.Climate.ALPINE;
import static org.hashscape.imaging.synthetic.Climate.ARID;
import static org.hashscape.imaging.synthetic.Climate.BOREAL;
import static org.hashscape.imaging.synthetic.Climate.MEDITERRANEAN;
import static org.hashscape.imaging.synthetic.Climate.TEMPERATE;
import static org.hashscape.imaging.synthetic.Climate.TROPICAL;
import static org.hashscape.imaging.synthetic.Season.AUTUMN;
import static org.hashscape.imaging.synthetic.Season.DRY;
import static org.hashscape.imaging.synthetic.Season.SPRING;
import static org.hashscape.imaging.synthetic.Season.SUMMER;
import static org.hashscape.imaging.synthetic.Season.WINTER;

import java.util.List;

/** The kinds of scenes in the sample archive. The order is part of the seed: add new ones at the end. */
public enum SceneClass {
    BURNING_FOREST(
            "burning-forest",
            "Burning forest",
            new FirePainter(),
            3,
            6,
            List.of(
                    new Region("Central Portugal", -8.1, 40.1, 0.5, MEDITERRANEAN, List.of(SUMMER, DRY)),
                    new Region("British Columbia", -121.6, 52.3, 1.5, BOREAL, List.of(SUMMER)),
                    new Region("Yakutia", 128.5, 62.2, 2, BOREAL, List.of(SUMMER)),
                    new Region("Rondonia", -63.2, -9.6, 0.9, TROPICAL, List.of(DRY)))),
    FOREST(
            "forest",
            "Forest",
            new ForestPainter(),
            0.8,
            3,
            List.of(
                    new Region("Black Forest", 8.2, 48.3, 0.3, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Vermont", -72.8, 44.1, 0.4, TEMPERATE, List.of(SUMMER, AUTUMN)),
                    new Region("Central Finland", 26.1, 62.6, 1, BOREAL, List.of(SUMMER, WINTER)),
                    new Region("Acre", -69.8, -9.4, 1, TROPICAL, List.of(SUMMER, DRY)))),
    CROP_FIELDS(
            "crop-fields",
            "Crop fields",
            new CropFieldsPainter(),
            2,
            6,
            List.of(
                    new Region("Beauce", 1.7, 48.2, 0.4, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Iowa", -93.6, 42.1, 0.9, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Punjab", 75.6, 30.7, 0.5, MEDITERRANEAN, List.of(WINTER, DRY)),
                    new Region("Alentejo", -7.9, 38.1, 0.3, MEDITERRANEAN, List.of(SPRING, DRY)))),
    PIVOT_FIELDS(
            "pivot-fields",
            "Centre-pivot fields",
            new PivotPainter(),
            4,
            10,
            List.of(
                    new Region("Wadi as-Sirhan", 38.3, 30.2, 0.3, ARID, List.of(SPRING, WINTER)),
                    new Region("Western Kansas", -100.9, 37.8, 0.6, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Sharq el-Owainat", 28.7, 22.6, 0.15, ARID, List.of(WINTER, SPRING)),
                    new Region("Western Bahia", -45.6, -12.3, 0.4, TROPICAL, List.of(DRY, SUMMER)))),
    RIVER(
            "river",
            "River",
            new RiverPainter(),
            2.5,
            9,
            List.of(
                    new Region("Ucayali", -74.4, -7.9, 0.6, TROPICAL, List.of(SUMMER, DRY)),
                    new Region("Loire", 2.6, 47.6, 0.3, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Tagliamento", 12.95, 46.1, 0.08, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Niger Inland Delta", -4.3, 14.8, 0.4, ARID, List.of(DRY, WINTER)))),
    LAKE(
            "lake",
            "Lake",
            new LakePainter(),
            3,
            10,
            List.of(
                    new Region("Lakeland of Finland", 27.8, 61.9, 0.8, BOREAL, List.of(SUMMER, WINTER)),
                    new Region("Minnesota", -94.6, 46.6, 0.8, TEMPERATE, List.of(SUMMER, AUTUMN)),
                    new Region("Altiplano", -67.6, -19.8, 0.6, ARID, List.of(DRY, SUMMER)),
                    new Region("Engadine", 9.8, 46.5, 0.15, ALPINE, List.of(SUMMER, WINTER)))),
    COAST(
            "coast",
            "Coast",
            new CoastPainter(),
            1.5,
            5,
            List.of(
                    new Region("Algarve", -8.2, 37.08, 0.05, MEDITERRANEAN, List.of(SPRING, SUMMER)),
                    new Region("Jutland", 8.15, 56.4, 0.1, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Skeleton Coast", 13.3, -20.4, 0.2, ARID, List.of(DRY, SUMMER)),
                    new Region("Brittany", -4.6, 48.35, 0.08, TEMPERATE, List.of(SPRING, SUMMER)))),
    DENSE_RESIDENTIAL(
            "dense-residential",
            "Dense residential",
            new ResidentialPainter(true),
            0.7,
            1.5,
            List.of(
                    new Region("Los Angeles", -118.25, 33.97, 0.08, MEDITERRANEAN, List.of(DRY, SPRING)),
                    new Region("Barcelona", 2.15, 41.4, 0.03, MEDITERRANEAN, List.of(SPRING, SUMMER)),
                    new Region("Hamburg", 10.02, 53.58, 0.05, TEMPERATE, List.of(SPRING, AUTUMN)),
                    new Region("Lagos", 3.35, 6.55, 0.06, TROPICAL, List.of(DRY, SUMMER)))),
    SPARSE_RESIDENTIAL(
            "sparse-residential",
            "Sparse residential",
            new ResidentialPainter(false),
            0.9,
            1.8,
            List.of(
                    new Region("Connecticut", -72.9, 41.6, 0.3, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Dalarna", 15.2, 60.6, 0.4, BOREAL, List.of(SUMMER, WINTER)),
                    new Region("Arizona", -111.9, 33.8, 0.15, ARID, List.of(WINTER, SPRING)),
                    new Region("Gauteng", 28.2, -26.0, 0.15, MEDITERRANEAN, List.of(DRY, SUMMER)))),
    INDUSTRIAL(
            "industrial",
            "Industrial",
            new IndustrialPainter(),
            1,
            2.2,
            List.of(
                    new Region("Rotterdam", 4.3, 51.89, 0.06, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Houston", -95.15, 29.72, 0.08, MEDITERRANEAN, List.of(SPRING, DRY)),
                    new Region("Jubail", 49.55, 27.03, 0.05, ARID, List.of(DRY, WINTER)),
                    new Region("Shenzhen", 113.95, 22.7, 0.08, TROPICAL, List.of(SUMMER, DRY)))),
    DESERT(
            "desert",
            "Desert",
            new DesertPainter(),
            3,
            10,
            List.of(
                    new Region("Namib Sand Sea", 15.3, -24.6, 0.4, ARID, List.of(DRY, SUMMER)),
                    new Region("Rub al Khali", 50.8, 20.3, 1, ARID, List.of(DRY, WINTER)),
                    new Region("Taklamakan", 82.4, 38.9, 0.8, ARID, List.of(DRY, WINTER)),
                    new Region("White Sands", -106.3, 32.85, 0.08, ARID, List.of(DRY, SPRING)))),
    SNOW_MOUNTAINS(
            "snow-mountains",
            "Snow mountains",
            new SnowMountainPainter(),
            6,
            10,
            List.of(
                    new Region("Bernese Alps", 8.0, 46.5, 0.2, ALPINE, List.of(WINTER, SPRING)),
                    new Region("Karakoram", 76.4, 35.8, 0.4, ALPINE, List.of(SUMMER, AUTUMN)),
                    new Region("Southern Alps", 170.3, -43.5, 0.2, ALPINE, List.of(WINTER, SUMMER)),
                    new Region("Coast Mountains", -124.6, 51.3, 0.5, ALPINE, List.of(SPRING, SUMMER)))),
    CLOUDS(
            "clouds",
            "Clouds",
            new CloudPainter(),
            8,
            10,
            List.of(
                    new Region("North Sea", 3.9, 55.2, 1.2, TEMPERATE, List.of(SPRING, SUMMER)),
                    new Region("Congo Basin", 21.2, -0.9, 1.5, TROPICAL, List.of(SUMMER, DRY)),
                    new Region("South-east Pacific", -76.4, -19.5, 1.5, TROPICAL, List.of(DRY)),
                    new Region("Great Plains", -99.4, 45.2, 1, TEMPERATE, List.of(SPRING, SUMMER))));

    /**
     * Where scenes of a class are set.
     *
     * @param spread degrees by which scenes scatter about the middle
     */
    record Region(
            String name, double longitude, double latitude, double spread, Climate climate, List<Season> seasons) {}

    private final String id;
    private final String title;
    private final ScenePainter painter;
    private final double finest;
    private final double coarsest;
    private final List<Region> regions;

    SceneClass(String id, String title, ScenePainter painter, double finest, double coarsest, List<Region> regions) {
        this.id = id;
        this.title = title;
        this.painter = painter;
        this.finest = finest;
        this.coarsest = coarsest;
        this.regions = regions;
    }

    /** Short name in file names and labels, as {@code burning-forest}. */
    public String id() {
        return id;
    }

    /** Name for people, as "Burning forest". */
    public String title() {
        return title;
    }

    ScenePainter painter() {
        return painter;
    }

    /** Smallest and largest metres per tile pixel. */
    double finest() {
        return finest;
    }

    double coarsest() {
        return coarsest;
    }

    List<Region> regions() {
        return regions;
    }
}
