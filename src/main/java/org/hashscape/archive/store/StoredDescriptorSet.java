package org.hashscape.archive.store;

/**
 * A descriptor of an archive.
 *
 * @param id its number in the archive
 * @param name the family's id
 * @param learned what its extractor learned
 */
public record StoredDescriptorSet(long id, String name, int dimension, byte[] learned) {}
