/**
 * Generated Earth-observation scenes: what a class of land looks like from above, painted from a seed.
 *
 * <p>Start with {@link org.hashscape.imaging.synthetic.SyntheticScene}: {@code SyntheticScene.paint(SceneClass.RIVER, 7,
 * 160, seed)} is river number 7 with its pixels, labels, date and place. Used for the sample archive and for tests; no
 * pixel of it comes from a real image.
 *
 * <p>How a scene comes to be: {@link org.hashscape.imaging.synthetic.SceneClass} names regions; the region and the season
 * give {@code Conditions} (climate, sun, {@code Palette}); the class's {@code ScenePainter} paints a {@code Sheet} of twice
 * the tile's resolution with {@code Noise}, {@code Relief}, {@code Erosion}, {@code Woods}, {@code Farmland}, {@code
 * Building} and the like; {@code Camera} makes a tile of it. Labels are counted from what the finished sheet shows.
 *
 * <p>Same seed, same pixels, on every machine: all chance comes from {@code Dice}, and every transcendental function from
 * {@code StrictMath}; the remaining arithmetic (and {@code Math.sqrt}, {@code floor}, {@code min}...) is exact by the Java
 * language since 17. Knows {@code model} only.
 */
@NullMarked
package org.hashscape.imaging.synthetic;

import org.jspecify.annotations.NullMarked;
