/**
 * What every service shares. A service is started by {@code start(config, host)} and gives back an
 * {@link java.lang.AutoCloseable}; the {@link Host} is the process it runs in: one web server, one
 * registry of metrics, one clock, one health.
 */
@NullMarked
package dev.followthrough.service;

import org.jspecify.annotations.NullMarked;
