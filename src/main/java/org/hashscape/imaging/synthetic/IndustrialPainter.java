package org.hashscape.imaging.synthetic;

/** Works and stores: lots along service roads, each a hall with a yard, a car park, a tank farm or stacked goods. */
final class IndustrialPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        new Works(sheet, conditions, dice).paint();
    }

    private static final class Works {
        private final Sheet sheet;
        private final Conditions conditions;
        private final Dice dice;
        private final double metre;
        private final double angle;
        private final Noise noise;
        private final Colour yard;

        private Works(Sheet sheet, Conditions conditions, Dice dice) {
            this.sheet = sheet;
            this.conditions = conditions;
            this.dice = dice;
            this.metre = sheet.pixels(1);
            this.angle = dice.between(0, StrictMath.PI);
            this.noise = new Noise(dice);
            Palette p = conditions.palette();
            Dice look = conditions.look();
            this.yard = p.asphalt().mix(p.sand(), look.between(0, 0.75)).times(look.between(0.95, 1.2));
        }

        private void paint() {
            Parcels lots = new Parcels(sheet.size(), angle, metre * dice.between(70, 150), dice.between(1, 1.8), dice);
            double road = metre * dice.between(7, 11);
            Palette p = conditions.palette();
            Colour verge = p.grass().mix(p.straw(), dice.next());
            sheet.everywhere((x, y) -> {
                double inset = lots.at(lots.u(x, y), lots.v(x, y)).inset(lots.u(x, y), lots.v(x, y));
                double stain = noise.fbm(x * 0.03, y * 0.03, 4);
                double fine = noise.at(x * 0.4, y * 0.4);
                sheet.set(x, y, yard.times(1 + 0.13 * stain + 0.05 * fine), Content.PAVEMENT);
                sheet.lay(
                        x,
                        y,
                        verge.times(1 + 0.1 * fine),
                        Ramp.bump(road / 2 + 2.5 * metre, 2.5 * metre, inset),
                        Content.GRASS);
                sheet.lay(
                        x,
                        y,
                        p.asphalt().times(0.95 + 0.06 * fine),
                        Ramp.smooth(road / 2 + 0.7, road / 2 - 0.7, inset),
                        Content.ROADS);
                sheet.tint(x, y, Colour.of(220, 220, 210), road > 8 ? 0.35 * Ramp.smooth(0.9, 0.2, inset) : 0);
            });
            int theme = (dice.chance(0.75) ? conditions.look() : dice).below(4);
            for (Parcels.Parcel lot : lots.all()) {
                develop(lots, lot, road / 2 + 5 * metre, theme);
            }
            if (dice.chance(0.3)) {
                rails();
            }
            green(lots, road);
        }

        private void develop(Parcels lots, Parcels.Parcel lot, double margin, int theme) {
            double width = lot.width() - 2 * margin;
            double height = lot.height() - 2 * margin;
            double u = (lot.left() + lot.right()) / 2;
            double v = (lot.top() + lot.bottom()) / 2;
            double x = lots.x(u, v);
            double y = lots.y(u, v);
            double far = Math.max(lot.width(), lot.height());
            if (width < 8 || height < 8 || x < -far || y < -far || x > sheet.size() + far || y > sheet.size() + far) {
                return;
            }
            double choice = dice.next();
            if (theme == 0 ? choice < 0.5 : choice < 0.12) {
                tanks(lots, lot, margin);
            } else if (theme == 1 ? choice < 0.4 : choice < 0.22) {
                stacks(lots, lot, margin);
            } else if (choice < 0.34) {
                carPark(lots, lot, margin);
            } else if (choice < 0.94) {
                hall(lots, u, v, width, height);
            } else {
                meadow(lots, lot, margin);
            }
        }

        private void hall(Parcels lots, double u, double v, double width, double height) {
            double depth = dice.between(0.5, 0.92);
            boolean alongU = width > height;
            double hallU = alongU ? width * dice.between(0.75, 1) : width * depth;
            double hallV = alongU ? height * depth : height * dice.between(0.75, 1);
            double cu = u + (width - hallU) / 2 * dice.between(-1, 1);
            double cv = v + (height - hallV) / 2 * dice.between(-1, 1);
            Building hall = Building.drawnHall(
                    lots.x(cu, cv),
                    lots.y(cu, cv),
                    alongU ? angle : angle + StrictMath.PI / 2,
                    Math.max(hallU, hallV),
                    Math.min(hallU, hallV),
                    metre * dice.between(7, 14),
                    dice);
            hall.paint(sheet, conditions.sun(), noise);
            int annexes = dice.below(3);
            for (int i = 0; i < annexes; i++) {
                double au = cu + hallU * dice.between(-0.35, 0.35);
                double av = cv + hallV * dice.between(-0.35, 0.35);
                Building.drawnHall(
                                lots.x(au, av),
                                lots.y(au, av),
                                hall.angle(),
                                hall.length() * dice.between(0.15, 0.35),
                                hall.width() * dice.between(0.2, 0.5),
                                metre * 5,
                                dice)
                        .paint(sheet, conditions.sun(), noise);
            }
            // Lorries at the docks.
            boolean docks = dice.chance(0.6);
            double pitch = 5.5 * metre;
            for (double s = -hall.length() * 0.42; docks && s < hall.length() * 0.42; s += pitch) {
                if (dice.chance(0.5)) {
                    double out = hall.width() / 2 + 6.5 * metre;
                    double bu = alongU ? cu + s : cu + out;
                    double bv = alongU ? cv + out : cv + s;
                    box(
                            lots.x(bu, bv),
                            lots.y(bu, bv),
                            hall.angle() + StrictMath.PI / 2,
                            12 * metre,
                            2.8 * metre,
                            3.5 * metre,
                            dice.pick(
                                    Colour.of(226, 226, 224),
                                    Colour.of(200, 204, 210),
                                    Colour.of(150, 60, 50),
                                    Colour.of(60, 84, 120)));
                }
            }
        }

        private void box(double x, double y, double turn, double length, double width, double height, Colour colour) {
            new Building(x, y, turn, length, width, height, Building.Roof.FLAT, colour)
                    .paintAs(sheet, conditions.sun(), noise, Content.PAVEMENT);
        }

        private void carPark(Parcels lots, Parcels.Parcel lot, double margin) {
            double bay = 2.7 * metre;
            double row = 8.2 * metre;
            double full = dice.between(0.35, 0.95);
            for (double v = lot.top() + margin; v < lot.bottom() - margin; v += row) {
                for (double u = lot.left() + margin; u < lot.right() - margin; u += bay) {
                    for (int side = 0; side < 2; side++) {
                        if (dice.chance(full)) {
                            double tv = v + side * 4.9 * metre * 0.98;
                            double light = dice.pick(0.25, 0.4, 0.75, 0.9, 0.95, 0.6);
                            Colour paint = new Colour(light, light, light)
                                    .mix(dice.pick(Colour.of(140, 40, 40), Colour.of(50, 70, 120), Colour.WHITE), 0.25);
                            box(
                                    lots.x(u, tv),
                                    lots.y(u, tv),
                                    angle + StrictMath.PI / 2,
                                    4.5 * metre,
                                    2 * metre,
                                    1.2 * metre,
                                    paint);
                        }
                    }
                }
            }
        }

        private void stacks(Parcels lots, Parcels.Parcel lot, double margin) {
            double length = Math.max(4, 12.5 * metre);
            double width = Math.max(2, 2.6 * metre);
            Colour[] paints = {
                Colour.of(160, 66, 50),
                Colour.of(58, 92, 136),
                Colour.of(196, 196, 192),
                Colour.of(84, 120, 84),
                Colour.of(188, 124, 60),
                Colour.of(120, 56, 48)
            };
            for (double u = lot.left() + margin + length / 2; u < lot.right() - margin; u += length * 1.12) {
                Colour run = dice.pick(paints);
                for (double v = lot.top() + margin; v < lot.bottom() - margin; v += width * 1.08) {
                    boolean lane = (int) ((v - lot.top()) / (width * 1.08)) % 7 >= 5;
                    run = dice.chance(0.4) ? dice.pick(paints) : run;
                    if (!lane && dice.chance(0.85)) {
                        box(
                                lots.x(u, v),
                                lots.y(u, v),
                                angle,
                                length,
                                width,
                                metre * 2.6 * (1 + dice.below(4)),
                                run.vary(dice, 0.08));
                    }
                }
            }
        }

        private void tanks(Parcels lots, Parcels.Parcel lot, double margin) {
            double radius =
                    Math.min(metre * dice.between(8, 24), (Math.min(lot.width(), lot.height()) / 2 - margin) * 0.95);
            if (radius < 3) {
                return;
            }
            double pitch = radius * dice.between(2.4, 3.2);
            Colour bund = conditions.palette().soil().mix(conditions.palette().sand(), 0.5);
            boolean gravel = dice.chance(0.5);
            for (double u = lot.left() + margin + radius; u <= lot.right() - margin - radius + 1; u += pitch) {
                for (double v = lot.top() + margin + radius; v <= lot.bottom() - margin - radius + 1; v += pitch) {
                    if (gravel) {
                        double reach = radius * 1.25;
                        double bx = lots.x(u, v);
                        double by = lots.y(u, v);
                        sheet.around(
                                bx,
                                by,
                                reach,
                                (px, py) -> sheet.lay(
                                        px,
                                        py,
                                        bund,
                                        0.6 * Ramp.smooth(reach, reach - 2, StrictMath.hypot(px - bx, py - by)),
                                        Content.BARE_SOIL));
                    }
                    if (dice.chance(0.92)) {
                        new Tank(
                                        lots.x(u, v),
                                        lots.y(u, v),
                                        radius * dice.between(0.82, 1),
                                        metre * dice.between(9, 16),
                                        dice.chance(0.35),
                                        dice.pick(
                                                        Colour.of(226, 226, 222),
                                                        Colour.of(206, 204, 196),
                                                        Colour.of(170, 160, 146))
                                                .vary(dice, 0.03))
                                .paint(sheet, conditions.sun());
                    }
                }
            }
        }

        private void meadow(Parcels lots, Parcels.Parcel lot, double margin) {
            Colour grass = conditions.palette().grass();
            sheet.everywhere((x, y) -> {
                double cover = Ramp.smooth(margin - 2, margin, lot.inset(lots.u(x, y), lots.v(x, y)));
                if (cover > 0) {
                    sheet.lay(x, y, grass.times(1 + 0.15 * noise.fbm(x * 0.1, y * 0.1, 3)), cover, Content.GRASS);
                }
            });
        }

        private void rails() {
            int size = sheet.size();
            double off = size * dice.between(-0.3, 0.3);
            int tracks = 2 + dice.below(5);
            double pitch = Math.max(4, 4.8 * metre);
            for (int i = 0; i < tracks; i++) {
                double o = off + i * pitch;
                Path path = Path.line(
                        size / 2.0 - o * StrictMath.sin(angle),
                        size / 2.0 + o * StrictMath.cos(angle),
                        angle,
                        size,
                        20,
                        noise,
                        0);
                Path.Nearness near = path.near(size, pitch);
                sheet.everywhere((x, y) -> {
                    double d = near.distance()[y * size + x];
                    Colour ballast = Colour.of(122, 110, 98).times(1 + 0.1 * noise.at(x * 0.6, y * 0.6));
                    sheet.lay(x, y, ballast, Ramp.smooth(pitch * 0.75, pitch * 0.55, d), Content.ROADS);
                    sheet.tint(x, y, Colour.of(66, 60, 58), 0.75 * Ramp.bump(Math.max(0.9, 0.75 * metre), 0.8, d));
                });
            }
        }

        private void green(Parcels lots, double road) {
            Woods woods = new Woods(sheet, conditions.sun(), dice);
            double edge = road / 2 + 2.5 * metre;
            double density = dice.between(0, 0.5);
            woods.stand(conditions, dice, Math.max(1.5, metre * 2.6), 2, 0.15, (x, y) -> {
                double inset = lots.at(lots.u(x, y), lots.v(x, y)).inset(lots.u(x, y), lots.v(x, y));
                return Math.abs(inset - edge) < 2.5 * metre && sheet.content(x, y) == Content.GRASS ? density : 0;
            });
        }
    }
}
