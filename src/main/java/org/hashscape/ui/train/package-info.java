/** Training in the window: {@link org.hashscape.ui.train.TrainView} over {@link org.hashscape.ui.train.TrainViewModel}. */
@NullMarked
package org.hashscape.ui.train;

import org.jspecify.annotations.NullMarked;
