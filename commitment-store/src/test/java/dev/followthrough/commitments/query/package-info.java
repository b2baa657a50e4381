@NullMarked
package dev.followthrough.commitments.query;

import org.jspecify.annotations.NullMarked;
