package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFile;
import dev.followthrough.extract.time.rules.Node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds and resolves the times of a text. Immutable and thread-safe; load once with {@link
 * #english()} and share.
 *
 * <p>Steps, in order: tokens → longest patterns → joining of parts (weekday + date + clock + zone)
 * → ranges and lists → direction (by, before …) → vetoes → anchors (events without a date) →
 * instants → deadline or not.
 */
public final class TimeGrammar {
    private static final String DATA = "/time/en/";

    private final Tokenizer tokenizer;
    private final Trie trie;
    private final Joiner joiner;
    private final Ranges ranges;
    private final Reader reader;

    private TimeGrammar(Policy policy) {
        LabelIds ids = new LabelIds();
        Lexicon lexicon = new Lexicon(DataFile.resource(DATA + "lexicon.yaml"), ids);
        Patterns patterns = new Patterns(ids, lexicon);
        Holidays holidays = new Holidays();
        for (Node holiday : DataFile.resource(DATA + "holidays.yaml").get("holidays").items()) {
            addHoliday(patterns, holiday, holidays.add(holiday));
        }
        DataFile.resource(DATA + "patterns.yaml").get("patterns").items().forEach(patterns::add);
        Phrases phrases = new Phrases(DataFile.resource(DATA + "directions.yaml"));
        this.tokenizer = new Tokenizer(lexicon);
        this.trie = patterns.trie();
        this.joiner = new Joiner(phrases);
        this.ranges = new Ranges(phrases);
        Cues cues = new Cues(DataFile.resource(DATA + "cues.yaml"));
        Anchors anchors = new Anchors(DataFile.resource(DATA + "events.yaml"), phrases);
        this.reader = new Reader(phrases, lexicon, holidays, policy, cues, anchors);
    }

    private static void addHoliday(Patterns patterns, Node holiday, int index) {
        for (Node name : holiday.get("names").items()) {
            List<String> words = List.of(name.text().replace("'", " '").trim().split(" +"));
            patterns.add("day.holiday", words, Fields.NONE.with(Field.HOLIDAY, index));
        }
    }

    /**
     * The English grammar with the product's policy, loaded from this module's resources; a fault
     * in the data throws, naming file and line.
     */
    public static TimeGrammar english() {
        return new TimeGrammar(Policy.standard());
    }

    /** The English grammar with another policy. */
    public static TimeGrammar english(Policy policy) {
        return new TimeGrammar(policy);
    }

    /**
     * Every time in the text, in order of position, never overlapping. Linear in the length of the
     * text; never throws, whatever the text.
     */
    public List<TimeExpression> find(String text, TimeContext context) {
        return find(tokens(text), context);
    }

    Tokens tokens(String text) {
        return tokenizer.tokens(text);
    }

    List<TimeExpression> find(Tokens tokens, TimeContext context) {
        List<Match> matches = ranges.join(tokens, joiner.join(tokens, matches(tokens)));
        List<TimeExpression> found = new ArrayList<>(reader.read(tokens, matches, context));
        found.sort(Comparator.comparingInt(TimeExpression::start));
        return List.copyOf(found);
    }

    /**
     * How each time of the text came about, and which words that a pattern knows are none, in order
     * of position. The expressions are those of {@link #find}.
     */
    public List<TimeTrace> inspect(String text, TimeContext context) {
        Tokens tokens = tokenizer.tokens(text);
        List<Match> matches = ranges.join(tokens, joiner.join(tokens, matches(tokens)));
        return new Inspection(tokens, matches, reader, context).traces(find(text, context));
    }

    private List<Match> matches(Tokens tokens) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Match match = trie.longest(tokens, i);
            if (match != null) {
                matches.add(match);
            }
            i = match == null ? i + 1 : match.to();
        }
        return matches;
    }
}
