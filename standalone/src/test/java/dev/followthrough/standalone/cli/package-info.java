/** What a person types, and what they get. */
@NullMarked
package dev.followthrough.standalone.cli;

import org.jspecify.annotations.NullMarked;
