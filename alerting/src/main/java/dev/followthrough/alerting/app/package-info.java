/** Starts alerting; the only package that sees its whole module. */
@NullMarked
package dev.followthrough.alerting.app;

import org.jspecify.annotations.NullMarked;
