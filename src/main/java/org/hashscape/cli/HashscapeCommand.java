package org.hashscape.cli;

/** Stub. */
public final class HashscapeCommand {

    private HashscapeCommand() {}
}
