/**
 * What several packages ask of the operating system, done one way: waiting for another program with a limit and a
 * cancel, and deleting a folder.
 *
 * <pre>{@code
 * OptionalInt exit = ChildProcess.run(new ProcessBuilder("java", "-version"), Duration.ofMinutes(1), progress, () -> {});
 * }</pre>
 *
 * <p>Knows {@code model} only.
 */
@NullMarked
package org.hashscape.system;

import org.jspecify.annotations.NullMarked;
