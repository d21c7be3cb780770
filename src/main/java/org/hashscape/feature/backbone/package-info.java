/**
 * Backbones: networks trained elsewhere whose pooled features describe a tile. A backbone is a folder with a TensorFlow
 * SavedModel and a {@code backbone.json} that says how to use it; {@link
 * org.hashscape.feature.backbone.BackboneFolder} keeps them, {@link org.hashscape.feature.backbone.BackboneImport}
 * makes one of a model file that nobody vouches for.
 *
 * <pre>{@code
 * BackboneFolder backbones = new BackboneFolder(userFolder.resolve("backbones"));
 * new BackboneImport(backbones).run(Path.of("mobilenet.pb"), new BackboneImport.Wishes("mobilenet"), Progress.NONE);
 * DescriptorFamily family = backbones.families().get(0);
 * }</pre>
 *
 * <p>Listing backbones and reading what they described does not start TensorFlow; only running one does. Knows {@code
 * feature}, {@code model} and the TensorFlow runtime.
 */
@NullMarked
package org.hashscape.feature.backbone;

import org.jspecify.annotations.NullMarked;
