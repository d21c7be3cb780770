/**
 * What comes back at the next start: {@link org.hashscape.workbench.settings.Settings}, kept by {@link
 * org.hashscape.workbench.settings.SettingsFile}.
 */
@NullMarked
package org.hashscape.workbench.settings;

import org.jspecify.annotations.NullMarked;
