package org.hashscape.imaging.synthetic;

import java.util.HashMap;
import java.util.Map;

/** A mosaic of fields: cut parcels or irregular ones, with crops, paths and hedges between. */
final class Farmland {

    /**
     * How the land is divided.
     *
     * @param angle of the parcels
     * @param side typical side of a parcel in sheet pixels
     * @param elongation above 1: strips
     * @param irregular Voronoi parcels instead of cut rectangles
     * @param warp sheet pixels by which borders wander
     * @param margin sheet pixels of path or grass between neighbours
     * @param hedges share of borders that carry trees
     */
    record Plan(
            double angle,
            double side,
            double elongation,
            boolean irregular,
            double warp,
            double margin,
            double hedges) {

        static Plan drawn(Sheet sheet, Conditions conditions, Dice dice) {
            Dice look = dice.chance(0.8) ? conditions.look() : dice;
            boolean irregular = look.chance(0.25);
            double side = sheet.size() * look.between(0.12, 0.36);
            double elongation = look.chance(0.3) ? look.between(2, 5) : look.between(1, 1.6);
            boolean wandering = look.chance(0.5);
            boolean hedged = look.chance(0.5);
            return new Plan(
                    dice.between(0, StrictMath.PI),
                    side * dice.between(0.75, 1.3),
                    elongation,
                    irregular,
                    irregular || wandering ? sheet.size() * dice.between(0.01, 0.06) : 0,
                    dice.between(0.5, 3),
                    hedged ? dice.between(0.1, 0.7) : 0);
        }
    }

    private record Spot(int id, double border) {}

    private final Sheet sheet;
    private final Conditions conditions;
    private final Dice dice;
    private final Plan plan;
    private final Noise warp;
    private final Parcels parcels;
    private final Cells cells;

    Farmland(Sheet sheet, Conditions conditions, Plan plan, Dice dice) {
        this.sheet = sheet;
        this.conditions = conditions;
        this.dice = dice;
        this.plan = plan;
        this.warp = new Noise(dice);
        this.parcels = new Parcels(sheet.size(), plan.angle(), plan.side(), plan.elongation(), dice);
        this.cells = new Cells(dice, dice.between(0.6, 1));
    }

    private Spot spot(double x, double y) {
        double scale = 2.2 / sheet.size();
        double wx = x + plan.warp() * warp.fbm(x * scale, y * scale, 2);
        double wy = y + plan.warp() * warp.fbm(x * scale + 40, y * scale, 2);
        double u = parcels.u(wx, wy);
        double v = parcels.v(wx, wy);
        if (plan.irregular()) {
            Cells.Cell cell = cells.at(
                    u / (plan.side() * Math.sqrt(plan.elongation())), v * Math.sqrt(plan.elongation()) / plan.side());
            return new Spot(cell.id(), cell.border() * plan.side() / (1.6 * Math.sqrt(plan.elongation())));
        }
        Parcels.Parcel parcel = parcels.at(u, v);
        return new Spot(parcel.id(), parcel.inset(u, v));
    }

    void paint() {
        Crops crops = new Crops(conditions, sheet.pixels(1), dice);
        long fieldSeed = dice.nextLong();
        Map<Integer, Crops.Crop> grown = new HashMap<>();
        Colour verge = dice.chance(0.5)
                ? conditions.palette().grass()
                : conditions.palette().soil().mix(conditions.palette().sand(), 0.4);
        Content vergeContent = verge == conditions.palette().grass() ? Content.GRASS : Content.BARE_SOIL;
        double headland = dice.chance(0.5) ? dice.between(3, 7) : 0;
        sheet.everywhere((x, y) -> {
            Spot spot = spot(x, y);
            Crops.Crop crop = grown.computeIfAbsent(spot.id(), id -> {
                Dice own = Dice.of(fieldSeed, id);
                return crops.grow(own, plan.irregular() ? own.between(0, StrictMath.PI) : plan.angle());
            });
            Colour colour = crops.at(crop, spot.id(), x, y);
            double edge = Ramp.smooth(plan.margin() + 0.7, plan.margin() - 0.7, spot.border());
            double turning = headland > 0 ? 0.10 * Ramp.bump(plan.margin() + headland, 1.5, spot.border()) : 0;
            sheet.set(x, y, colour.times(1 - turning), crop.content());
            sheet.lay(x, y, verge.times(1 + 0.12 * warp.at(x * 0.3, y * 0.3)), edge, vergeContent);
        });
        if (plan.hedges() > 0) {
            hedges();
        }
    }

    private void hedges() {
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        double radius = Math.max(1.5, sheet.pixels(dice.between(2.5, 4.5)));
        Noise gaps = new Noise(dice);
        double limit = plan.margin() + radius * 0.8;
        double threshold = 0.9 - 1.6 * plan.hedges();
        woods.stand(
                conditions,
                dice,
                radius,
                1.3,
                conditions.climate() == Climate.BOREAL ? 0.6 : 0.05,
                (x, y) -> spot(x, y).border() < limit && gaps.at(x * 0.025, y * 0.025) > threshold ? 0.9 : 0);
    }
}
