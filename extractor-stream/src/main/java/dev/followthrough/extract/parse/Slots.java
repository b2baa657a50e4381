package dev.followthrough.extract.parse;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of a clause as far as promises need it.
 *
 * @param doer kind of the subject
 * @param name the subject's words where it is a person or team by name
 * @param tense of the main verb group
 * @param modal the modal verb, where there is one
 * @param verb base form of the main verb, empty where there is none
 * @param verbAt index of the main verb among the clause's tokens, or -1
 * @param passive whether the main verb is a participle after a form of be or get
 * @param head index of the first word of the main clause, fillers and names of address left out
 * @param subject index of the subject's first word, or -1
 */
public record Slots(
        DoerKind doer,
        @Nullable String name,
        Tense tense,
        @Nullable String modal,
        String verb,
        int verbAt,
        boolean passive,
        int head,
        int subject) {}
