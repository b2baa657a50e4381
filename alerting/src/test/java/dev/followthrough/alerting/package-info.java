/** Tests and what they share. */
@NullMarked
package dev.followthrough.alerting;

import org.jspecify.annotations.NullMarked;
