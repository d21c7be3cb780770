package org.hashscape.archive.store;

import org.hashscape.archive.store.TileRecord.FileStamp;

/** A file that could not be imported, and why. */
public record ProblemRecord(String path, String reason, FileStamp stamp) {}
