package org.hashscape.imaging.synthetic;

import java.time.LocalDate;
import java.util.TreeSet;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;

/**
 * A painted scene with everything an archive wants to know about it.
 *
 * @param sceneClass what it shows
 * @param raster its pixels, square
 * @param labels id of the class and the labels of what can be seen
 * @param date plausible for the season shown
 * @param place where on Earth it is set
 */
public record SyntheticScene(SceneClass sceneClass, Raster raster, Labels labels, LocalDate date, GroundPlace place) {

    /**
     * Paints scene {@code number} of a class. The same arguments give the same pixels on every machine.
     *
     * @param side pixels along each side, at least 16
     */
    public static SyntheticScene paint(SceneClass sceneClass, int number, int side, long seed) {
        if (side < 16) {
            throw new IllegalArgumentException("A scene has at least 16 pixels a side, not " + side);
        }
        Dice dice = Dice.of(seed, sceneClass.ordinal() * 100_000L + number);
        int regionNumber = number % sceneClass.regions().size();
        SceneClass.Region region = sceneClass.regions().get(regionNumber);
        long regionSeed =
                Dice.of(seed, -1 - sceneClass.ordinal() * 100L - regionNumber).nextLong();
        Season season = dice.pick(region.seasons());
        double metres = metresPerPixel(sceneClass, Dice.of(regionSeed, 99), dice);
        Sun sun = Sun.at(
                dice.between(0, 2 * StrictMath.PI),
                StrictMath.toRadians(season == Season.WINTER ? dice.between(24, 40) : dice.between(34, 66)));
        Palette palette = Palette.of(region.climate(), season, Dice.of(regionSeed, season.ordinal()), dice);
        Conditions conditions = new Conditions(region.climate(), season, sun, palette, regionNumber, regionSeed);
        Sheet sheet = new Sheet(side * Camera.OVERSAMPLING, metres / Camera.OVERSAMPLING);
        sceneClass.painter().paint(sheet, conditions, dice);
        Raster raster = Camera.drawn(dice).take(sheet, dice);
        GroundPlace place = GroundPlace.near(
                region.longitude() + region.spread() * dice.between(-1, 1),
                region.latitude() + region.spread() * dice.between(-1, 1),
                metres,
                side);
        return new SyntheticScene(
                sceneClass, raster, labels(sceneClass, sheet), date(season, region.latitude(), dice), place);
    }

    /** Evenly on a logarithmic scale over the regions of a class, within an eighth for one region; whole decimetres. */
    private static double metresPerPixel(SceneClass sceneClass, Dice look, Dice dice) {
        double range = sceneClass.coarsest() / sceneClass.finest();
        double metres = sceneClass.finest() * StrictMath.pow(range, look.next()) * dice.between(0.875, 1.125);
        return Math.round(metres * 10) / 10.0;
    }

    private static Labels labels(SceneClass sceneClass, Sheet sheet) {
        TreeSet<String> names = new TreeSet<>();
        names.add(sceneClass.id());
        for (Content content : sheet.visible()) {
            names.add(content.label());
        }
        return new Labels(names);
    }

    private static LocalDate date(Season season, double latitude, Dice dice) {
        int shift = latitude < 0 && season != Season.DRY ? 6 : 0;
        int month = (season.firstMonth() - 1 + dice.below(season.months()) + shift) % 12 + 1;
        return LocalDate.of(2017 + dice.below(8), month, 1 + dice.below(28));
    }
}
