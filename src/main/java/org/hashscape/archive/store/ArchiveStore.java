package org.hashscape.archive.store;

/** Stub. */
public final class ArchiveStore {}
