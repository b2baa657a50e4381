/** Topics, keys and placement, declared once. */
@NullMarked
package dev.followthrough.contracts.topic;

import org.jspecify.annotations.NullMarked;
