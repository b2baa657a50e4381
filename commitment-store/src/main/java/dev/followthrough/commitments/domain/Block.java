package dev.followthrough.commitments.domain;

/**
 * Where mentions that may be one promise meet. A mention is compared with the newest earlier ones
 * of each block it is in, {@link #window()} of them, so an insert costs the same however much was
 * said before.
 *
 * @param prefix key of the block's rows up to the order, with the account and a last {@code ~}
 * @param window how many of the newest earlier mentions are looked at
 */
record Block(String prefix, int window) {
    String row(String order) {
        return prefix + order;
    }
}
