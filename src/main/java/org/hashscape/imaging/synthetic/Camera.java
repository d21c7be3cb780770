package org.hashscape.imaging.synthetic;

import org.hashscape.model.Raster;

/**
 * From a painted sheet to the pixels of a tile: what air and sensor do to light. Averages 2x2 sheet pixels to one, blurs a
 * little, adds haze, exposure, a colour cast, contrast and noise; each scene is taken by a camera of its own.
 *
 * @param haze share of air light, 0..0.5
 * @param airLight its colour
 * @param gain of red, green and blue
 * @param contrast around middle grey, 1 for none added
 * @param saturation 1 for as painted
 * @param blur standard deviation in tile pixels
 * @param noise standard deviation, 0..1 being black to white
 */
record Camera(
        double haze, Colour airLight, Colour gain, double contrast, double saturation, double blur, double noise) {

    /** Sheet pixels along the side of one tile pixel. */
    static final int OVERSAMPLING = 2;

    static Camera drawn(Dice dice) {
        double exposure = 1 + 0.06 * dice.bell();
        double warm = 0.018 * dice.bell();
        double green = 0.008 * dice.bell();
        return new Camera(
                dice.chance(0.8) ? dice.between(0, 0.06) : dice.between(0.06, 0.24),
                Colour.of(186, 198, 212).vary(dice, 0.05),
                new Colour(exposure * (1 + warm), exposure * (1 + green), exposure * (1 - warm)),
                dice.between(0.98, 1.16),
                dice.between(0.78, 0.98),
                dice.between(0.2, 0.5),
                dice.chance(0.8) ? dice.between(0.004, 0.010) : dice.between(0.010, 0.024));
    }

    Raster take(Sheet sheet, Dice dice) {
        int side = sheet.size() / OVERSAMPLING;
        float[] light = blurred(averaged(sheet, side), side);
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            Colour seen = develop(new Colour(light[3 * i], light[3 * i + 1], light[3 * i + 2]));
            double grain = noise * 0.7 * dice.bell();
            rgb[3 * i] = sample(seen.red() + grain + noise * 0.7 * dice.bell());
            rgb[3 * i + 1] = sample(seen.green() + grain + noise * 0.7 * dice.bell());
            rgb[3 * i + 2] = sample(seen.blue() + grain + noise * 0.7 * dice.bell());
        }
        return new Raster(side, side, rgb);
    }

    private Colour develop(Colour scene) {
        double grey = scene.luma();
        Colour muted = new Colour(grey, grey, grey).mix(scene, saturation);
        Colour hazy = muted.mix(airLight, haze);
        return new Colour(
                tone(hazy.red() * gain.red()), tone(hazy.green() * gain.green()), tone(hazy.blue() * gain.blue()));
    }

    /** Contrast around .42, then a shoulder, so that snow and roofs keep their detail. */
    private double tone(double value) {
        double v = 0.42 + (value - 0.42) * contrast;
        return v < 0.78 ? v : 0.78 + 0.22 * (1 - 1 / (1 + (v - 0.78) / 0.22));
    }

    private static byte sample(double value) {
        return (byte) (int) (255 * Ramp.clamp(value) + 0.5);
    }

    private static float[] averaged(Sheet sheet, int side) {
        float[] rgb = sheet.rgb();
        float[] small = new float[3 * side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (int band = 0; band < 3; band++) {
                    float sum = 0;
                    for (int j = 0; j < OVERSAMPLING; j++) {
                        for (int i = 0; i < OVERSAMPLING; i++) {
                            sum += rgb[3 * ((y * OVERSAMPLING + j) * sheet.size() + x * OVERSAMPLING + i) + band];
                        }
                    }
                    small[3 * (y * side + x) + band] = sum / (OVERSAMPLING * OVERSAMPLING);
                }
            }
        }
        return small;
    }

    /** A three-tap blur along both axes whose taps have the wanted deviation. */
    private float[] blurred(float[] light, int side) {
        float side1 = (float) (blur * blur / 2);
        float centre = 1 - 2 * side1;
        float[] across = new float[light.length];
        float[] done = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            int column = i / 3 % side;
            float left = column == 0 ? light[i] : light[i - 3];
            float right = column == side - 1 ? light[i] : light[i + 3];
            across[i] = centre * light[i] + side1 * (left + right);
        }
        int row = 3 * side;
        for (int i = 0; i < light.length; i++) {
            float above = i < row ? across[i] : across[i - row];
            float below = i >= light.length - row ? across[i] : across[i + row];
            done[i] = centre * across[i] + side1 * (above + below);
        }
        return done;
    }
}
