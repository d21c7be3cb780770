/**
 * Generated Earth-observation scenes: what a class of land looks like from above, painted from a seed.
 *
 * <p>Start with {@link org.hashscape.imaging.synthetic.SceneClass}. Used for the sample archive and for tests; no pixel
 * of it comes from a real image.
 */
@NullMarked
package org.hashscape.imaging.synthetic;

import org.jspecify.annotations.NullMarked;
