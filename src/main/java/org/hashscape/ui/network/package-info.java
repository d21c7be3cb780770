/**
 * The user's networks in the window: what is there, importing a model file, downloading from the catalogue, removing.
 * {@link org.hashscape.ui.network.NetworksView} shows what {@link org.hashscape.ui.network.NetworksViewModel} does.
 */
@NullMarked
package org.hashscape.ui.network;

import org.jspecify.annotations.NullMarked;
