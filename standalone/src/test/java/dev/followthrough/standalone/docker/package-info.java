/** The folder docker: what can be checked of it without an engine. */
@NullMarked
package dev.followthrough.standalone.docker;

import org.jspecify.annotations.NullMarked;
