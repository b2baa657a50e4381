package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.DealId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something said that is no mention of a promise: scope, milestone, context or request.
 *
 * @param order of what was said
 * @param words of the item or matter, as matching sees them
 */
public record Note(String order, @Nullable DealId deal, Candidate candidate, List<String> words) {
    public Note {
        words = List.copyOf(words);
    }
}
