/**
 * The command line. Start with {@link org.hashscape.cli.HashscapeCommand}; one small class per command, each calls one
 * class of {@code workbench}. The only package that knows picocli and writes to standard output.
 */
@NullMarked
package org.hashscape.cli;

import org.jspecify.annotations.NullMarked;
