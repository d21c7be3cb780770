package org.hashscape.imaging.synthetic;

/**
 * What a town is laid out like; lengths in sheet pixels.
 *
 * @param bend by how much streets wander
 * @param setback of house fronts from the street's edge
 * @param gap between neighbours
 * @param depth of a house across the street's direction, range
 * @param front of a house along the street, range
 * @param trees chance of a tree on a free spot
 * @param paved share of open ground that is sealed
 */
record TownPlan(
        double blockLength,
        double blockWidth,
        double street,
        double bend,
        double setback,
        double gap,
        double[] depth,
        double[] front,
        double height,
        double trees,
        double paved,
        double vacant,
        Building.Roof usual) {

    static TownPlan dense(Sheet sheet, Conditions conditions, Dice dice) {
        double m = sheet.pixels(1);
        return switch (conditions.region() % 4) {
            // Rows of single houses on a grid.
            case 0 ->
                new TownPlan(
                        m * dice.between(80, 150),
                        m * dice.between(46, 60),
                        m * dice.between(6, 9),
                        dice.chance(0.4) ? m * dice.between(6, 22) : 0,
                        m * dice.between(3, 6),
                        m * dice.between(1.5, 4),
                        new double[] {m * 9, m * 14},
                        new double[] {m * 9, m * 15},
                        m * 5,
                        dice.between(0.1, 0.45),
                        dice.between(0.1, 0.4),
                        0.05,
                        dice.pick(Building.Roof.GABLE, Building.Roof.HIP));
            // Closed blocks around courtyards.
            case 1 ->
                new TownPlan(
                        m * dice.between(70, 120),
                        m * dice.between(60, 95),
                        m * dice.between(9, 14),
                        dice.chance(0.3) ? m * dice.between(4, 12) : 0,
                        m * 1.5,
                        0,
                        new double[] {m * 11, m * 14},
                        new double[] {m * 14, m * 28},
                        m * dice.between(12, 18),
                        dice.between(0.05, 0.3),
                        dice.between(0.4, 0.9),
                        0.04,
                        Building.Roof.GABLE);
            // Slabs on lawns.
            case 2 ->
                new TownPlan(
                        m * dice.between(110, 170),
                        m * dice.between(70, 100),
                        m * dice.between(8, 12),
                        0,
                        m * dice.between(7, 12),
                        m * dice.between(9, 18),
                        new double[] {m * 12, m * 15},
                        new double[] {m * 36, m * 66},
                        m * dice.between(10, 20),
                        dice.between(0.2, 0.5),
                        dice.between(0.1, 0.4),
                        0.1,
                        Building.Roof.FLAT);
            // A tight old or unplanned town.
            default ->
                new TownPlan(
                        m * dice.between(36, 70),
                        m * dice.between(22, 34),
                        m * dice.between(3, 5),
                        m * dice.between(5, 14),
                        m * 0.5,
                        m * dice.between(0.1, 1),
                        new double[] {m * 6, m * 11},
                        new double[] {m * 6, m * 12},
                        m * dice.between(4, 7),
                        dice.between(0.02, 0.15),
                        dice.between(0.5, 1),
                        0.05,
                        dice.pick(Building.Roof.GABLE, Building.Roof.FLAT));
        };
    }

    static TownPlan sparse(Sheet sheet, Dice dice) {
        double m = sheet.pixels(1);
        return new TownPlan(
                m * dice.between(110, 220),
                m * dice.between(62, 120),
                m * dice.between(4, 7),
                m * dice.between(10, 50),
                m * dice.between(8, 20),
                m * dice.between(8, 28),
                new double[] {m * 9, m * 14},
                new double[] {m * 11, m * 22},
                m * 5,
                dice.between(0.05, 0.35),
                dice.between(0, 0.08),
                dice.between(0.05, 0.25),
                dice.pick(Building.Roof.GABLE, Building.Roof.HIP));
    }
}
