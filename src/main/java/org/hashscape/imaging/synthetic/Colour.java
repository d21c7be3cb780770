package org.hashscape.imaging.synthetic;

/** A colour as shown, each part 0..1 (more where a light is brighter than white). */
record Colour(double red, double green, double blue) {

    static final Colour BLACK = new Colour(0, 0, 0);
    static final Colour WHITE = new Colour(1, 1, 1);

    /** From the usual 0..255. */
    static Colour of(int red, int green, int blue) {
        return new Colour(red / 255.0, green / 255.0, blue / 255.0);
    }

    Colour times(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    /** This colour with {@code share} (0..1) of the other in it. */
    Colour mix(Colour other, double share) {
        return new Colour(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    /** A neighbour of this colour: lightness and each part moved by chance, a few percent at {@code amount} .1. */
    Colour vary(Dice dice, double amount) {
        double light = 1 + amount * dice.bell();
        return new Colour(
                red * (light + 0.22 * amount * dice.bell()),
                green * (light + 0.22 * amount * dice.bell()),
                blue * (light + 0.22 * amount * dice.bell()));
    }

    double luma() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }
}
