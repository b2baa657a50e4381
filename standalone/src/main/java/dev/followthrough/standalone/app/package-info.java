/**
 * The embedded default: broker, Connect worker and all services in one JVM, started and stopped in
 * order.
 */
@NullMarked
package dev.followthrough.standalone.app;

import org.jspecify.annotations.NullMarked;
