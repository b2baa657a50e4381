package dev.followthrough.standalone.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.app.ExplainLine;
import dev.followthrough.extract.explain.Explanation;
import dev.followthrough.extract.explain.Explanation.OfClause;
import dev.followthrough.extract.explain.Explanation.RuleWords;
import dev.followthrough.extract.judge.Weighing;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.time.TimeTrace;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** An explanation for programs; {@code found} is the line that {@code extract} gives. */
public final class ExplainJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExplainJson() {}

    public static String of(ExplainLine line) {
        try {
            return JSON.writeValueAsString(root(line));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode root(ExplainLine line) {
        Explanation explanation = line.explanation();
        Signal signal = explanation.signal();
        ObjectNode root = JSON.createObjectNode();
        root.put("text", signal.text())
                .put("said_at", signal.saidAt().atZone(signal.zone()).toOffsetDateTime().toString())
                .put("zone", signal.zone().getId())
                .put("rules_version", explanation.version());
        ArrayNode before = root.putArray("before");
        explanation
                .before()
                .forEach(
                        turn -> {
                            ObjectNode node = before.addObject().put("text", turn.signal().text());
                            texts(node, "found", ExplainLine.kinds(turn));
                        });
        sentences(root.putArray("sentences"), explanation);
        ArrayNode times = root.putArray("times");
        explanation.times().forEach(trace -> time(times.addObject(), trace));
        ArrayNode clauses = root.putArray("clauses");
        explanation.clauses().forEach(of -> clause(clauses.addObject(), of));
        ArrayNode refined = root.putArray("refined");
        explanation
                .changes()
                .forEach(
                        change ->
                                refined.addObject()
                                        .put("refiner", change.refiner())
                                        .put("start", change.start())
                                        .put("end", change.end())
                                        .put("field", change.field())
                                        .put("from", change.from())
                                        .put("to", change.to()));
        root.set("found", line.answer());
        return root;
    }

    private static void sentences(ArrayNode list, Explanation explanation) {
        explanation
                .sentences()
                .forEach(
                        sentence ->
                                list.addObject()
                                        .put("number", sentence.number())
                                        .put("start", sentence.start())
                                        .put("end", sentence.end())
                                        .put("bullet", sentence.bullet())
                                        .put("read", sentence.read())
                                        .put("why", sentence.why()));
    }

    private static void time(ObjectNode node, TimeTrace trace) {
        node.put("text", trace.words())
                .put("start", trace.start())
                .put("end", trace.end())
                .put("pattern", trace.pattern())
                .put("direction", lower(trace.bound()));
        ObjectNode said = node.putObject("says");
        new TreeMap<>(trace.said()).forEach(said::put);
        if (trace.found() == null) {
            node.put("dropped", trace.dropped());
            return;
        }
        var at = trace.found().at();
        node.put(
                "at",
                at == null ? null : at.atZone(trace.found().zone()).toOffsetDateTime().toString());
        node.put("anchor", trace.found().anchor())
                .put("recurrence", trace.found().recurrence())
                .put("grain", lower(trace.found().grain()))
                .put("deadline", trace.found().deadline())
                .put("score", trace.score())
                .put("threshold", trace.threshold());
        texts(node, "policy", trace.policy());
        ArrayNode cues = node.putArray("cues");
        trace.cues()
                .forEach(
                        cue ->
                                cues.addObject()
                                        .put("group", cue.group())
                                        .put("words", cue.words())
                                        .put("weight", cue.weight()));
    }

    private static void clause(ObjectNode node, OfClause of) {
        node.put("sentence", of.clause().sentence())
                .put("clause", of.clause().index())
                .put("start", of.clause().start())
                .put("end", of.clause().end());
        ArrayNode tokens = node.putArray("tokens");
        of.clause()
                .tokens()
                .forEach(
                        token ->
                                tokens.addObject()
                                        .put("text", token.text())
                                        .put("tag", token.tag())
                                        .put("lemma", token.lemma()));
        grammar(node.putObject("grammar"), of.slots());
        ArrayNode flags = node.putArray("flags");
        of.flags()
                .forEach(
                        set ->
                                flags.addObject()
                                        .put("flag", lower(set.flag()))
                                        .put("why", set.why()));
        ArrayNode fired = node.putArray("fired");
        of.rules().forEach(rule -> rule(fired.addObject(), rule));
        ArrayNode held = node.putArray("held_back");
        of.held()
                .forEach(
                        rule -> {
                            ObjectNode each = rule(held.addObject(), rule);
                            texts(each, "vetoed_by", names(rule.vetoes()));
                            texts(each, "missing", names(rule.missing()));
                        });
        ArrayNode weighed = node.putArray("weighed");
        of.weighings().forEach(weighing -> weighing(weighed.addObject(), weighing));
        ArrayNode verdicts = node.putArray("verdicts");
        of.verdicts()
                .forEach(
                        verdict ->
                                verdicts.addObject()
                                        .put("act", lower(verdict.act()))
                                        .put("confidence", verdict.confidence())
                                        .put("rule", verdict.rule().id())
                                        .put("label", verdict.label()));
    }

    private static void grammar(ObjectNode node, Slots slots) {
        node.put("doer", lower(slots.doer()))
                .put("name", slots.name())
                .put("tense", lower(slots.tense()))
                .put("modal", slots.modal())
                .put("verb", slots.verb())
                .put("passive", slots.passive());
    }

    private static ObjectNode rule(ObjectNode node, RuleWords words) {
        return node.put("rule", words.rule().id())
                .put("act", lower(words.rule().act()))
                .put("confidence", words.rule().confidence())
                .put("own", words.rule().own())
                .put("words", words.words())
                .put("says", words.says());
    }

    private static void weighing(ObjectNode node, Weighing weighing) {
        node.put("outcome", weighing.outcome()).put("known_features", weighing.known());
        if (weighing.asked() != null) {
            node.put("asked", weighing.asked());
        }
        ArrayNode answers = node.putArray("answers");
        weighing.answers()
                .forEach(
                        answer ->
                                answers.addObject()
                                        .put("outcome", answer.outcome())
                                        .put("probability", answer.probability()));
        ArrayNode weights = node.putArray("weights");
        weighing.weights()
                .forEach(
                        weight ->
                                weights.addObject()
                                        .put("feature", weight.feature())
                                        .put("weight", weight.weight()));
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        ArrayNode list = node.putArray(name);
        texts.forEach(list::add);
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(ExplainJson::lower).toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
