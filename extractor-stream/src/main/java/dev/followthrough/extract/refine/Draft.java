package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate.Request;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A candidate in the making; each refiner fills or changes a field.
 *
 * @param start span of the quote in the signal's text
 * @param request the request that an acceptance takes on
 */
record Draft(
        Unit unit,
        Verdict verdict,
        Act act,
        int start,
        int end,
        Doer doer,
        Modality modality,
        @Nullable String condition,
        @Nullable Due due,
        @Nullable String recurrence,
        String action,
        List<String> matter,
        @Nullable SignalId about,
        @Nullable Request request) {
    static Draft of(Unit unit, Verdict verdict) {
        return new Draft(
                unit,
                verdict,
                verdict.act(),
                unit.clause().start(),
                unit.clause().end(),
                new Doer.Nobody(),
                Modality.FIRM,
                null,
                null,
                null,
                "",
                List.of(),
                null,
                null);
    }

    Draft as(Act other) {
        return new Draft(
                unit,
                verdict,
                other,
                start,
                end,
                doer,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                about,
                request);
    }

    Draft judged(Verdict other) {
        return new Draft(
                unit,
                other,
                act,
                start,
                end,
                doer,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                about,
                request);
    }

    Draft spanning(int from, int to) {
        return new Draft(
                unit,
                verdict,
                act,
                from,
                to,
                doer,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                about,
                request);
    }

    Draft by(Doer who) {
        return new Draft(
                unit,
                verdict,
                act,
                start,
                end,
                who,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                about,
                request);
    }

    Draft in(Modality how, @Nullable String under) {
        return new Draft(
                unit,
                verdict,
                act,
                start,
                end,
                doer,
                how,
                under,
                due,
                recurrence,
                action,
                matter,
                about,
                request);
    }

    Draft due(@Nullable Due when, @Nullable String every) {
        return new Draft(
                unit, verdict, act, start, end, doer, modality, condition, when, every, action,
                matter, about, request);
    }

    Draft called(String title, List<String> words) {
        return new Draft(
                unit,
                verdict,
                act,
                start,
                end,
                doer,
                modality,
                condition,
                due,
                recurrence,
                title,
                words,
                about,
                request);
    }

    Draft about(@Nullable SignalId signal) {
        return new Draft(
                unit,
                verdict,
                act,
                start,
                end,
                doer,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                signal,
                request);
    }

    Draft taking(Request asked) {
        return new Draft(
                unit,
                verdict,
                act,
                start,
                end,
                doer,
                modality,
                condition,
                due,
                recurrence,
                action,
                matter,
                about,
                asked);
    }
}
