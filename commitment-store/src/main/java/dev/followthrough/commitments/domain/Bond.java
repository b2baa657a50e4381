package dev.followthrough.commitments.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a mention hangs.
 *
 * @param parent order of its best match among the earlier mentions it was compared with; absent for
 *     a root
 * @param likeness to the parent, above the threshold; 0 for a root
 * @param root order of the tree's root
 */
public record Bond(@Nullable String parent, int likeness, String root) {
    static Bond root(String order) {
        return new Bond(null, 0, order);
    }

    Bond under(String otherRoot) {
        return new Bond(parent, likeness, otherRoot);
    }
}
