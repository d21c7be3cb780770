package org.hashscape.workbench.map;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Coastlines of the world in two resolutions, and borders between countries: Natural Earth 1:110 million and 1:50 million
 * (public domain), by way of the npm package world-atlas 2.0.2. Read once, on first use.
 *
 * <p>The file {@code world.bin}: {@code HSWM}, int32 version 1, then, as one zlib stream, for each layer its number of lines
 * and for each line its number of points and the points, as steps from the one before (from 0, 0 at first) in longitude
 * and latitude, in {@link #STEP} degrees. Numbers are variable-length, 7 bits a byte, least significant first; steps carry
 * their sign in the lowest bit. Layers: land 1:110 million, land 1:50 million (rings without jumps, see {@link Ring}),
 * borders 1:50 million (open lines).
 */
public final class WorldMap {

    /** Places are rounded to this many degrees, 440 m at the equator. */
    static final double STEP = 0.004;

    private static final int MAGIC = 0x4853574d;
    private static final int VERSION = 1;

    /** An open or closed line: longitudes and latitudes in turn, degrees. */
    record Line(float[] places, float west, float south, float east, float north) {

        static Line of(float[] places) {
            float west = Float.POSITIVE_INFINITY;
            float south = Float.POSITIVE_INFINITY;
            float east = Float.NEGATIVE_INFINITY;
            float north = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < places.length; i += 2) {
                west = Math.min(west, places[i]);
                east = Math.max(east, places[i]);
                south = Math.min(south, places[i + 1]);
                north = Math.max(north, places[i + 1]);
            }
            return new Line(places, west, south, east, north);
        }

        int points() {
            return places.length / 2;
        }
    }

    private static final class Loaded {
        static final WorldMap WORLD = load();

        private static WorldMap load() {
            try (InputStream file = Objects.requireNonNull(WorldMap.class.getResourceAsStream("world.bin"))) {
                return read(file);
            } catch (IOException broken) {
                throw new IllegalStateException("The world map of this program is damaged", broken);
            }
        }
    }

    private final List<Line> coarse;
    private final List<Line> fine;
    private final List<Line> borders;

    WorldMap(List<Line> coarse, List<Line> fine, List<Line> borders) {
        this.coarse = List.copyOf(coarse);
        this.fine = List.copyOf(fine);
        this.borders = List.copyOf(borders);
    }

    /** The map that comes with the program. Takes some 50 ms at first: not for the screen's thread. */
    public static WorldMap get() {
        return Loaded.WORLD;
    }

    /** Rings of the land, to be filled by the even-odd rule. @param detailed whether in the finer resolution */
    List<Line> land(boolean detailed) {
        return detailed ? fine : coarse;
    }

    List<Line> borders() {
        return borders;
    }

    static WorldMap read(InputStream file) throws IOException {
        DataInputStream head = new DataInputStream(file);
        if (head.readInt() != MAGIC || head.readInt() != VERSION) {
            throw new IOException("Not a world map of version " + VERSION);
        }
        InputStream in = new BufferedInputStream(new InflaterInputStream(head), 1 << 16);
        return new WorldMap(lines(in), lines(in), lines(in));
    }

    private static List<Line> lines(InputStream in) throws IOException {
        int count = number(in);
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            float[] places = new float[2 * number(in)];
            int longitude = 0;
            int latitude = 0;
            for (int i = 0; i < places.length; i += 2) {
                longitude += step(in);
                latitude += step(in);
                places[i] = (float) (longitude * STEP);
                places[i + 1] = (float) (latitude * STEP);
            }
            lines.add(Line.of(places));
        }
        return lines;
    }

    private static int step(InputStream in) throws IOException {
        int coded = number(in);
        return (coded >>> 1) ^ -(coded & 1);
    }

    private static int number(InputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The world map ends early");
            }
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("The world map holds a number that is too large");
    }

    void write(OutputStream file) throws IOException {
        DataOutputStream head = new DataOutputStream(file);
        head.writeInt(MAGIC);
        head.writeInt(VERSION);
        DeflaterOutputStream out = new DeflaterOutputStream(head, new Deflater(Deflater.BEST_COMPRESSION));
        for (List<Line> lines : List.of(coarse, fine, borders)) {
            write(lines, out);
        }
        out.finish();
        head.flush();
    }

    private static void write(List<Line> lines, OutputStream out) throws IOException {
        writeNumber(lines.size(), out);
        for (Line line : lines) {
            writeNumber(line.points(), out);
            int longitude = 0;
            int latitude = 0;
            for (int i = 0; i < line.places().length; i += 2) {
                int x = (int) Math.rint(line.places()[i] / STEP);
                int y = (int) Math.rint(line.places()[i + 1] / STEP);
                writeStep(x - longitude, out);
                writeStep(y - latitude, out);
                longitude = x;
                latitude = y;
            }
        }
    }

    private static void writeStep(int step, OutputStream out) throws IOException {
        writeNumber((step << 1) ^ (step >> 31), out);
    }

    private static void writeNumber(int number, OutputStream out) throws IOException {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
