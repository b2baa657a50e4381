/** The embedded default: broker, Connect worker and all services in one JVM. */
@NullMarked
package dev.followthrough.standalone.app;

import org.jspecify.annotations.NullMarked;
