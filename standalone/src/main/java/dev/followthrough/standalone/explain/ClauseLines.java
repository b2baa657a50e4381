package dev.followthrough.standalone.explain;

import dev.followthrough.extract.explain.Explanation.OfClause;
import dev.followthrough.extract.explain.Explanation.RuleWords;
import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.judge.Weighing;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A clause: its tokens, grammar and flags, what fired and what was held back, and the verdict. */
final class ClauseLines {
    /** Of each side; what is lighter hardly changes the answer. */
    private static final int MOST_WEIGHTS = 8;

    /** What is less likely is left out. */
    private static final double SHOWN = 0.01;

    /** Equal but for rounding. */
    private static final double SAME = 1e-9;

    /** Promise and acceptance are one question to whoever counts on them. */
    private static final Set<String> COMMITS = Set.of("promise", "acceptance");

    private final Page page;
    private final String text;

    ClauseLines(Page page, String text) {
        this.page = page;
        this.text = text;
    }

    void print(OfClause of) {
        String words = text.substring(of.clause().start(), of.clause().end());
        page.heading(
                "CLAUSE "
                        + of.clause().sentence()
                        + "."
                        + of.clause().index()
                        + "  “"
                        + words
                        + "”");
        entry(
                "tokens",
                of.clause().tokens().stream()
                        .map(token -> token.text() + "/" + token.tag())
                        .collect(Collectors.joining(" ")));
        entry("grammar", grammar(of.slots()));
        entry(
                "flags",
                of.flags().stream()
                        .map(set -> lower(set.flag()) + because(set.why()))
                        .collect(Collectors.joining(", ")));
        list("fired", of.rules().stream().filter(r -> !hint(r)).map(ClauseLines::fired).toList());
        entry(
                "hints",
                of.rules().stream()
                        .filter(ClauseLines::hint)
                        .map(r -> r.rule().id() + " “" + r.words() + "”")
                        .collect(Collectors.joining(", ")));
        list(
                "held back",
                of.held().stream().filter(r -> !hint(r)).map(rule -> held(rule, of)).toList());
        of.weighings().forEach(this::weighing);
        list("verdict", of.verdicts().stream().map(verdict -> verdict(verdict, of)).toList());
        if (of.verdicts().isEmpty()) {
            entry("verdict", of.rules().isEmpty() ? "nothing: no rule fired" : "nothing");
        }
    }

    private static String grammar(Slots slots) {
        return "doer "
                + lower(slots.doer())
                + (slots.name() == null ? "" : " (" + slots.name() + ")")
                + ", tense "
                + lower(slots.tense())
                + (slots.modal() == null ? "" : ", modal " + slots.modal())
                + (slots.verb().isEmpty() ? "" : ", verb " + slots.verb())
                + (slots.passive() ? ", passive" : "");
    }

    private static String fired(RuleWords words) {
        Rule rule = words.rule();
        return String.format(Locale.ROOT, "%s %.2f", rule.id(), rule.confidence())
                + (rule.act() == Act.LOOKALIKE ? " against" : "")
                + (rule.own() ? " own" : "")
                + " “"
                + words.words()
                + "” by "
                + words.says();
    }

    /** Too weak to name anything by itself: it only tells the model something. */
    private static boolean hint(RuleWords words) {
        return words.rule().confidence() < Judge.LEAST && words.rule().act() != Act.LOOKALIKE;
    }

    private static String held(RuleWords words, OfClause of) {
        List<String> why = new ArrayList<>();
        words.vetoes().forEach(flag -> why.add(lower(flag) + because(why(flag, of))));
        words.missing().forEach(flag -> why.add("not " + lower(flag)));
        return words.rule().id() + " “" + words.words() + "”: " + String.join(", ", why);
    }

    private static String why(Flag flag, OfClause of) {
        return of.flags().stream()
                .filter(set -> set.flag() == flag)
                .map(set -> set.why())
                .findFirst()
                .orElse("");
    }

    private void weighing(Weighing weighing) {
        String answers =
                weighing.answers().stream()
                        .filter(answer -> answer.probability() >= SHOWN)
                        .map(
                                answer ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.2f",
                                                answer.outcome(),
                                                answer.probability()))
                        .collect(Collectors.joining(", "));
        String pair =
                weighing.asked() == null
                        ? " by the model"
                        : " as an answer to “"
                                + weighing.asked()
                                + "”, by the scorer of acceptances";
        entry("weighed", answers + pair + ", which knows " + weighing.known() + " features");
        entry("", "so heavy for and against " + weighing.outcome() + ", rather than none:");
        entry("  for", weights(weighing, 1));
        entry("  against", weights(weighing, -1));
    }

    private static String weights(Weighing weighing, int sign) {
        String heaviest =
                weighing.weights().stream()
                        .filter(weight -> weight.weight() * sign > 0)
                        .limit(MOST_WEIGHTS)
                        .map(w -> String.format(Locale.ROOT, "%+.2f %s", w.weight(), w.feature()))
                        .collect(Collectors.joining(" · "));
        return heaviest.isEmpty() ? "nothing" : heaviest;
    }

    private static String verdict(Verdict verdict, OfClause of) {
        return String.format(
                        Locale.ROOT,
                        "%s %.2f by %s",
                        lower(verdict.act()),
                        verdict.confidence(),
                        verdict.rule().id())
                + (verdict.label() == null ? "" : ", " + verdict.label())
                + calibration(verdict, of);
    }

    /** What stands between the model's answer and the confidence. */
    private static String calibration(Verdict verdict, OfClause of) {
        double sure = verdict.confidence();
        for (RuleWords words : of.rules()) {
            Rule rule = words.rule();
            if (rule.atLeast() > 0 && rule.atLeast() == sure) {
                return " (at least that much by " + rule.id() + ")";
            }
            if (rule.atMost() < 1 && rule.atMost() == sure) {
                return " (at most that much by " + rule.id() + ")";
            }
        }
        if (of.weighings().isEmpty()) {
            return " (by rules alone)";
        }
        Set<String> counted =
                COMMITS.contains(lower(verdict.act())) ? COMMITS : Set.of(lower(verdict.act()));
        double alone =
                of.weighings().stream()
                        .filter(weighing -> weighing.asked() == null)
                        .mapToDouble(weighing -> weighing.together(counted))
                        .max()
                        .orElse(0);
        for (Weighing pair : of.weighings()) {
            if (pair.asked() != null && Head.of(verdict.act()) == Head.SPEECH) {
                return String.format(
                        Locale.ROOT,
                        " (from %.2f by the model, an acceptance as likely as its pair)",
                        alone);
            }
        }
        return Math.abs(alone - sure) < SAME
                ? " (" + String.join(" and ", new TreeSet<>(counted)) + " by the model)"
                : String.format(Locale.ROOT, " (calibrated, from %.2f by the model)", alone);
    }

    private void list(String label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            entry(i == 0 ? label : "", lines.get(i));
        }
    }

    private void entry(String label, String words) {
        if (!words.isEmpty()) {
            page.entry(String.format(Locale.ROOT, "  %-10s", label), words);
        }
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
