/** Hashscape: finds similar scenes in archives of Earth-observation images by hashing. Start with {@link Main}. */
@NullMarked
package org.hashscape;

import org.jspecify.annotations.NullMarked;
