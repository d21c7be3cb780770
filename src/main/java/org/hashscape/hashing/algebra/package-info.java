/**
 * The little mathematics that hashing methods share, with results that do not depend on the machine: {@link
 * org.hashscape.hashing.algebra.SymmetricEigen} (signs fixed), {@link org.hashscape.hashing.algebra.TopEigenvector},
 * seeded draws ({@link org.hashscape.hashing.algebra.Draws}) and the step from numbers to bits ({@link
 * org.hashscape.hashing.algebra.Threshold}).
 *
 * <p>One thread, plain IEEE arithmetic in a fixed order, {@link java.lang.StrictMath} for anything beyond a square root:
 * so the same input gives the same bytes everywhere. Knows no hashing method.
 */
@NullMarked
package org.hashscape.hashing.algebra;

import org.jspecify.annotations.NullMarked;
