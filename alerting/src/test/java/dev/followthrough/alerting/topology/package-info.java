/** Tests and what they share. */
@NullMarked
package dev.followthrough.alerting.topology;

import org.jspecify.annotations.NullMarked;
