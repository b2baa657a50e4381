/** Tests of this package. */
@NullMarked
package dev.followthrough.alerting.query;

import org.jspecify.annotations.NullMarked;
