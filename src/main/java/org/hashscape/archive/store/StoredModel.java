package org.hashscape.archive.store;

import org.hashscape.model.MethodSpec;

/**
 * A trained hash function of an archive.
 *
 * @param spec what made it; its bits are those asked for
 * @param trainedTiles how many tiles the training saw
 * @param bytes the function itself
 */
public record StoredModel(long id, MethodSpec spec, int trainedTiles, byte[] bytes) {}
