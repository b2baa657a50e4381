/** Tests and what they share. */
@NullMarked
package dev.followthrough.alerting.domain;

import org.jspecify.annotations.NullMarked;
