package dev.followthrough.extract.refine;

/**
 * What one refiner made of one draft.
 *
 * @param refiner its name
 * @param start of the draft's quote, before
 * @param end of the draft's quote, before
 * @param field what changed; {@code draft} where it was dropped or joined to another
 * @param from value before; empty where there was none
 * @param to value afterwards; empty where there is none
 */
public record Change(String refiner, int start, int end, String field, String from, String to) {}
