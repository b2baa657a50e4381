/**
 * Settings of a service: declared once, read from four places in one order, and refused all at once
 * with key, value and rule.
 */
@NullMarked
package dev.followthrough.service.config;

import org.jspecify.annotations.NullMarked;
