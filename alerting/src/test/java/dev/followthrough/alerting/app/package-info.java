/** Tests of this package. */
@NullMarked
package dev.followthrough.alerting.app;

import org.jspecify.annotations.NullMarked;
