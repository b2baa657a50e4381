/**
 * HTTP as services see it: a route is a value, a request and a response are values, and an error is
 * a {@link Problem}. The web server behind it is known to {@link HttpServer} alone, so that routes
 * are tested without one.
 */
@NullMarked
package dev.followthrough.service.http;

import org.jspecify.annotations.NullMarked;
