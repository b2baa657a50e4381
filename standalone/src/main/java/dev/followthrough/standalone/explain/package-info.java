/** Why a text reads as it does, for people at a terminal and for programs. */
@NullMarked
package dev.followthrough.standalone.explain;

import org.jspecify.annotations.NullMarked;
