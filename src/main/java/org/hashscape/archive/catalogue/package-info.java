/**
 * The tiles of an archive in memory, column by column: about a hundred bytes a tile, so that millions fit, and filters run
 * over arrays instead of objects.
 *
 * <p>Start at {@link org.hashscape.archive.catalogue.TileColumns}: rows in ascending tile id, each made into a {@link
 * org.hashscape.model.Tile} when somebody asks for it. Columns come in {@link
 * org.hashscape.archive.catalogue.TileBlock}s of 4,096 ids, which the archive file keeps as they are ({@link
 * org.hashscape.archive.catalogue.TileBlockFormat}).
 *
 * <p>Knows no SQL and no screen.
 */
@NullMarked
package org.hashscape.archive.catalogue;

import org.jspecify.annotations.NullMarked;
