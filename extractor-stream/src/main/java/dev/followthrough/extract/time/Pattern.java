package dev.followthrough.extract.time;

/**
 * One line of the pattern file.
 *
 * @param id stable name, seen in evidence
 * @param order position in the file: of equally long matches the first wins
 * @param sets what it says besides its captures
 * @param weak what must stand beside it for it to count as a time; {@link Weak#NO} where nothing
 *     must
 */
record Pattern(String id, int order, Fields sets, Weak weak) {

    /** What a weak match needs; see {@link Vetoes}. */
    enum Weak {
        NO,
        PART,
        EOD,
        DOM,
        BARE_DOM,
        THE_NUMBER,
        SLASH,
        DOT,
        DOT_BARE,
        VERSION,
        NTH,
        NTH_DAY,
        AFTER_LUNCH,
        THE_SPAN,
        EDGE,
        SAME,
        BEFORE,
        WEEKEND,
        MONTH,
        YEAR,
        WEEK,
        WEEK_LETTER,
        UPPER,
        REF,
        HALF,
        CLOCK,
        DOTTED_CLOCK,
        AMPM,
        CLOCK_WORDS,
        HHMM,
        NUMBER,
        LENGTH,
        LOOSE,
        ZONE,
        HOLIDAY,
        NEVER
    }
}
