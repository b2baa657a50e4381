/**
 * The escalations over HTTP. Routes read through the port {@link
 * dev.followthrough.alerting.query.Escalations}, which says where a partition is: here, at another
 * instance, or nowhere just now.
 */
@NullMarked
package dev.followthrough.alerting.query;

import org.jspecify.annotations.NullMarked;
