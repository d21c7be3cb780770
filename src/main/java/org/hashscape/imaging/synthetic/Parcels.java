package org.hashscape.imaging.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Land cut into parcels by halving again and again across the longer side, as inheritance and surveyors do. Works in its
 * own turned coordinates (u, v) around the middle of the sheet.
 */
final class Parcels {

    /**
     * A rectangle of land.
     *
     * @param id for dice of its own
     */
    record Parcel(int id, double left, double top, double right, double bottom) {

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        /** Distance of a point inside to the nearest border. */
        double inset(double u, double v) {
            return Math.min(Math.min(u - left, right - u), Math.min(v - top, bottom - v));
        }
    }

    private static final class Node {
        private final Parcel parcel;
        private boolean cutAcrossU;
        private double cut;
        private @Nullable Node low;
        private @Nullable Node high;

        private Node(Parcel parcel) {
            this.parcel = parcel;
        }
    }

    private final double middle;
    private final double cosine;
    private final double sine;
    private final Node root;
    private final List<Parcel> leaves = new ArrayList<>();

    /**
     * @param angle how the parcels are turned, radians
     * @param target side length at which cutting mostly stops, in sheet pixels
     * @param elongation above 1: parcels are allowed to be that much longer than wide
     */
    Parcels(int sheetSize, double angle, double target, double elongation, Dice dice) {
        this.middle = sheetSize / 2.0;
        this.cosine = StrictMath.cos(angle);
        this.sine = StrictMath.sin(angle);
        double reach = sheetSize * 0.95;
        double shiftU = dice.between(0, target);
        double shiftV = dice.between(0, target);
        this.root = new Node(new Parcel(dice.nextInt(), -reach - shiftU, -reach - shiftV, reach, reach));
        divide(root, target, elongation, dice);
    }

    private void divide(Node node, double target, double elongation, Dice dice) {
        Parcel p = node.parcel;
        boolean wide =
                p.width() * (dice.chance(0.5) ? elongation : 1) > p.height() * (dice.chance(0.5) ? elongation : 1);
        double length = wide ? p.width() : p.height();
        boolean small = p.width() * p.height() < target * target * dice.between(0.7, 2.2);
        if (small || length < target * 0.55) {
            leaves.add(p);
            return;
        }
        double share = dice.between(0.34, 0.66);
        node.cutAcrossU = wide;
        node.cut = (wide ? p.left() : p.top()) + share * length;
        Parcel low = wide
                ? new Parcel(dice.nextInt(), p.left(), p.top(), node.cut, p.bottom())
                : new Parcel(dice.nextInt(), p.left(), p.top(), p.right(), node.cut);
        Parcel high = wide
                ? new Parcel(dice.nextInt(), node.cut, p.top(), p.right(), p.bottom())
                : new Parcel(dice.nextInt(), p.left(), node.cut, p.right(), p.bottom());
        node.low = new Node(low);
        node.high = new Node(high);
        divide(node.low, target, elongation, dice);
        divide(node.high, target, elongation, dice);
    }

    double u(double x, double y) {
        return (x - middle) * cosine + (y - middle) * sine;
    }

    double v(double x, double y) {
        return (y - middle) * cosine - (x - middle) * sine;
    }

    /** Sheet position of a place given in parcel coordinates. */
    double x(double u, double v) {
        return middle + u * cosine - v * sine;
    }

    double y(double u, double v) {
        return middle + u * sine + v * cosine;
    }

    /** The parcel at (u, v). */
    Parcel at(double u, double v) {
        Node node = root;
        while (node.low != null && node.high != null) {
            node = (node.cutAcrossU ? u : v) < node.cut ? node.low : node.high;
        }
        return node.parcel;
    }

    List<Parcel> all() {
        return leaves;
    }
}
