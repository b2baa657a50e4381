package dev.followthrough.extract.time;

/**
 * What a token may be in a pattern: label ids, and the value under each. Both arrays have one
 * length and are never written.
 */
@SuppressWarnings("ArrayRecordComponent") // hot path: read only, never compared
record Labels(int[] ids, int[] values) {
    static final Labels NONE = new Labels(new int[0], new int[0]);
}
