/** The {@code followthrough} command line: what it accepts, what it prints, how it ends. */
@NullMarked
package dev.followthrough.standalone.cli;

import org.jspecify.annotations.NullMarked;
