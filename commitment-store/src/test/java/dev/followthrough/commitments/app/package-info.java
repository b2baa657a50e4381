@NullMarked
package dev.followthrough.commitments.app;

import org.jspecify.annotations.NullMarked;
