package org.hashscape.imaging.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Where people live: streets first, houses along them where there is room, gardens, trees, cars and pools between. Dense: a
 * grid of small plots, closed blocks around courtyards, long slabs, or a tight old town. Sparse: winding lanes, big plots,
 * fields or woods behind.
 */
final class ResidentialPainter implements ScenePainter {

    private final boolean dense;

    ResidentialPainter(boolean dense) {
        this.dense = dense;
    }

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        // Most places are built as the region builds.
        Dice planner = dice.chance(0.75) ? conditions.look() : dice;
        Town town = new Town(
                sheet,
                conditions,
                dice,
                dense ? TownPlan.dense(sheet, conditions, planner) : TownPlan.sparse(sheet, planner));
        town.paint();
    }

    private final class Town {
        private final Sheet sheet;
        private final Conditions conditions;
        private final Dice dice;
        private final TownPlan plan;
        private final int size;
        private final Noise noise;
        private final Woods woods;
        private final Occupancy taken;
        private final List<Building> houses = new ArrayList<>();
        private final Colour roofTone;
        private final double sameness;

        private Town(Sheet sheet, Conditions conditions, Dice dice, TownPlan plan) {
            this.sheet = sheet;
            this.conditions = conditions;
            this.dice = dice;
            this.plan = plan;
            this.size = sheet.size();
            this.noise = new Noise(dice);
            this.woods = new Woods(sheet, conditions.sun(), dice);
            this.taken = new Occupancy(size);
            this.roofTone =
                    Building.drawnHouse(0, 0, 0, 1, 1, 1, conditions.look()).colour();
            this.sameness = dice.between(0.3, 0.9);
        }

        private void paint() {
            ground();
            List<Path> streets = streets();
            Colour asphalt = dense || dice.chance(0.6)
                    ? conditions.palette().asphalt()
                    : conditions.palette().sand().times(0.9);
            for (Path street : streets) {
                Road.sealed(sheet, street, plan.street(), asphalt, noise);
                taken.take(street.near(size, plan.street()), plan.street() / 2 + plan.setback() * 0.3);
            }
            streets.forEach(this::houses);
            houses.forEach(this::garden);
            houses.forEach(house -> house.paint(sheet, conditions.sun(), noise));
            cars(streets);
            trees();
        }

        private void ground() {
            if (!dense) {
                Landscape land = new Landscape(sheet, conditions, Landscape.likely(conditions, dice), dice);
                land.ground();
                if (land.kind() == Landscape.Kind.WOODLAND && dice.chance(0.4)) {
                    land.cover((x, y) -> noise.fbm(x * 3.0 / size, y * 3.0 / size, 3) > 0.1 ? 1 : 0);
                }
                return;
            }
            Palette p = conditions.palette();
            boolean snow = conditions.season() == Season.WINTER && dice.chance(0.3);
            Colour lawn = snow ? Colour.of(222, 226, 232) : p.grass().mix(p.straw(), dice.between(0, 0.5));
            Colour yard = p.asphalt().mix(p.sand(), dice.between(0.1, 0.7)).times(1.05);
            double plot = sheet.pixels(dice.between(9, 18));
            sheet.everywhere((x, y) -> {
                double patch = noise.fbm(x / plot, y / plot, 3) * 0.5 + 0.5;
                double fine = noise.at(x * 0.35, y * 0.35);
                boolean sealed = patch < plan.paved();
                sheet.set(
                        x,
                        y,
                        (sealed ? yard : lawn.mix(p.broadleaf(), 0.35 * patch))
                                .times(1 + 0.08 * fine + 0.1 * (patch - 0.5)),
                        sealed ? Content.PAVEMENT : snow ? Content.SNOW : Content.GRASS);
            });
        }

        private List<Path> streets() {
            double angle = dice.between(0, StrictMath.PI);
            List<Path> streets = new ArrayList<>();
            Noise wander = new Noise(dice);
            double centreU = dice.between(0, plan.blockLength());
            double centreV = dice.between(0, plan.blockWidth());
            for (int turn = 0; turn < 2; turn++) {
                double along = angle + turn * StrictMath.PI / 2;
                double spacing = turn == 0 ? plan.blockWidth() : plan.blockLength();
                double start = turn == 0 ? centreV : centreU;
                int count = (int) (size / spacing) + 1;
                for (int i = -count; i <= count; i++) {
                    double off = start + i * spacing + dice.between(-0.08, 0.08) * spacing;
                    double x = size / 2.0 - off * StrictMath.sin(along);
                    double y = size / 2.0 + off * StrictMath.cos(along);
                    boolean missing = dice.chance(dense ? 0.08 : 0.3) && i != 0;
                    if (!missing) {
                        streets.add(Path.line(x, y, along, size * 1.1, 4, wander, plan.bend()));
                    }
                }
            }
            return streets;
        }

        private void houses(Path street) {
            for (int side = -1; side <= 1; side += 2) {
                double next = 0;
                double walked = 0;
                for (int i = 1; i < street.size(); i++) {
                    walked += StrictMath.hypot(street.x(i) - street.x(i - 1), street.y(i) - street.y(i - 1));
                    if (walked >= next) {
                        double front = dice.between(plan.front()[0], plan.front()[1]);
                        double depth = dice.between(plan.depth()[0], plan.depth()[1]);
                        double gap = plan.gap() * dice.between(0.6, 1.5);
                        next = walked + 4 + (place(street, i, side, front, depth) ? front + gap : 0);
                    }
                }
            }
        }

        private boolean place(Path street, int index, int side, double front, double depth) {
            double heading = street.heading(index);
            double off = side * (plan.street() / 2 + plan.setback() * dice.between(0.85, 1.2) + depth / 2);
            double x = street.x(index) - off * StrictMath.sin(heading);
            double y = street.y(index) + off * StrictMath.cos(heading);
            if (x < -front || y < -front || x > size + front || y > size + front || dice.chance(plan.vacant())) {
                return false;
            }
            double turn = heading + (dense ? 0 : 0.12 * dice.bell());
            boolean swap = depth > front;
            Building drawn = Building.drawnHouse(
                    x,
                    y,
                    swap ? turn + StrictMath.PI / 2 : turn,
                    Math.max(front, depth),
                    Math.min(front, depth),
                    plan.height() * dice.between(0.8, 1.3),
                    dice);
            Building house = new Building(
                    drawn.x(),
                    drawn.y(),
                    drawn.angle(),
                    drawn.length(),
                    drawn.width(),
                    drawn.height(),
                    dice.chance(0.75) ? plan.usual() : drawn.roof(),
                    drawn.colour().mix(roofTone.vary(dice, 0.06), sameness));
            if (!taken.claim(house, plan.gap() * 0.25)) {
                return false;
            }
            houses.add(house);
            if (dice.chance(dense ? 0.25 : 0.5) && plan.gap() > 0) {
                double wing = house.width() * dice.between(0.5, 0.8);
                houses.add(new Building(
                        x + 0.5 * house.width() * StrictMath.cos(house.angle() + 1.57),
                        y + 0.5 * house.width() * StrictMath.sin(house.angle() + 1.57),
                        house.angle() + StrictMath.PI / 2,
                        wing * 1.3,
                        wing,
                        house.height() * 0.8,
                        house.roof(),
                        house.colour()));
            }
            return true;
        }

        /** Drive, terrace, sometimes a pool. */
        private void garden(Building house) {
            if (dense && !dice.chance(0.35)) {
                return;
            }
            double m = sheet.pixels(1);
            double x = house.x() + house.reach() * dice.bell() * 0.5;
            double y = house.y() + house.reach() * dice.bell() * 0.5;
            Colour stone = conditions
                    .palette()
                    .asphalt()
                    .mix(conditions.palette().sand(), 0.5)
                    .times(1.1);
            sheet.around(x, y, 3.2 * m, (px, py) -> sheet.lay(px, py, stone, 0.8, Content.PAVEMENT));
            boolean warm = conditions.season() == Season.SUMMER || conditions.season() == Season.DRY;
            if (warm && dice.chance(dense ? 0.15 : 0.3)) {
                double turn = dice.between(0.9, 1.5) * house.reach();
                double bearing = house.angle() + (dice.chance(0.5) ? 1.57 : -1.57);
                Building pool = new Building(
                        house.x() + turn * StrictMath.cos(bearing),
                        house.y() + turn * StrictMath.sin(bearing),
                        house.angle(),
                        8 * m,
                        4 * m,
                        0,
                        Building.Roof.FLAT,
                        Colour.of(84, 176, 196));
                sheet.around(pool.x(), pool.y(), pool.reach(), (px, py) -> {
                    double u = (px - pool.x()) * StrictMath.cos(pool.angle())
                            + (py - pool.y()) * StrictMath.sin(pool.angle());
                    double v = (py - pool.y()) * StrictMath.cos(pool.angle())
                            - (px - pool.x()) * StrictMath.sin(pool.angle());
                    boolean inside = Math.abs(u) < pool.length() / 2 && Math.abs(v) < pool.width() / 2;
                    if (inside && !taken.at(px, py)) {
                        sheet.lay(px, py, pool.colour(), 0.95, Content.WATER);
                    }
                });
            }
        }

        private void cars(List<Path> streets) {
            double m = sheet.pixels(1);
            Colour[] paints = {
                Colour.of(210, 210, 212),
                Colour.of(50, 52, 58),
                Colour.of(130, 40, 38),
                Colour.of(60, 80, 120),
                Colour.of(150, 152, 156)
            };
            for (Path street : streets) {
                for (int i = 2; i + 2 < street.size(); i += 2) {
                    if (dice.chance(dense ? 0.35 : 0.06)) {
                        double heading = street.heading(i);
                        double off = (dice.chance(0.5) ? 1 : -1) * plan.street() * 0.33;
                        new Building(
                                        street.x(i) - off * StrictMath.sin(heading),
                                        street.y(i) + off * StrictMath.cos(heading),
                                        heading,
                                        4.6 * m,
                                        2 * m,
                                        1.2 * m,
                                        Building.Roof.FLAT,
                                        dice.pick(paints))
                                .paintAs(sheet, conditions.sun(), noise, Content.ROADS);
                    }
                }
            }
        }

        private void trees() {
            double m = sheet.pixels(1);
            double radius = Math.max(1.5, m * dice.between(2.0, 3.6));
            Woods.Habit southern = conditions.climate() == Climate.TROPICAL && dice.chance(0.5)
                    ? Woods.Habit.PALM
                    : Woods.Habit.BROADLEAF;
            if (southern == Woods.Habit.PALM) {
                for (int i = 0; i < plan.trees() * size * size / (radius * radius * 12); i++) {
                    double x = dice.between(0, size);
                    double y = dice.between(0, size);
                    if (!taken.at((int) x, (int) y)) {
                        woods.tree(x, y, radius, conditions.palette().leaf(dice), southern);
                    }
                }
                return;
            }
            boolean cold = conditions.climate() == Climate.BOREAL || conditions.climate() == Climate.ALPINE;
            woods.stand(
                    conditions,
                    dice,
                    radius,
                    1.7,
                    cold ? 0.4 : 0.08,
                    (x, y) -> taken.at(x, y) ? 0 : plan.trees() * (1 + noise.fbm(x * 0.02, y * 0.02 + 50, 3)));
        }
    }
}
