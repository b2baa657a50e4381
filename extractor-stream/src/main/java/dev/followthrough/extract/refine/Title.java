package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the short infinitive a person would write (“send the SOC 2 report”) from the words, and
 * notes what it is about.
 */
final class Title implements Refiner {
    private static final int MAX_WORDS = 14;
    private static final Set<String> STOPS =
            Set.of(
                    ",",
                    ";",
                    "–",
                    "—",
                    "-",
                    "if",
                    "once",
                    "unless",
                    "because",
                    "so",
                    "but",
                    "provided",
                    "when",
                    "while",
                    "(",
                    ":");
    private static final Set<String> DROPPED =
            Set.of(
                    "you",
                    "over",
                    "just",
                    "also",
                    "now",
                    "then",
                    "asap",
                    "um",
                    "uh",
                    "please",
                    "definitely");

    private final Lexicon generic = RuleSet.english().lexicon("generic-word");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(draft.called(title(draft), matter(draft)));
        }
        return refined;
    }

    private String title(Draft draft) {
        Slots slots = draft.unit().slots();
        List<Token> tokens = draft.unit().tokens();
        String title;
        if (slots.verbAt() < 0) {
            title = words(draft, pastColon(tokens), tokens.size(), "do");
        } else if (slots.doer() == DoerKind.YOU
                && Set.of("have", "get", "receive", "see", "find", "hear").contains(slots.verb())) {
            title = words(draft, slots.verbAt() + 1, tokens.size(), "deliver");
        } else if (slots.doer() == DoerKind.THING
                && slots.subject() >= 0
                && slots.verbAt() > slots.subject()) {
            int end = groupStart(tokens, slots);
            title =
                    words(
                            draft,
                            slots.subject(),
                            end,
                            slots.passive()
                                    ? slots.verb()
                                    : slots.verb().equals("be") ? "have" : "deliver");
        } else {
            title = words(draft, slots.verbAt() + 1, tokens.size(), slots.verb());
        }
        return title;
    }

    /** “Gopal: bays 7–9 tomorrow” is about the bays. */
    private static int pastColon(List<Token> tokens) {
        for (int i = 0; i < Math.min(5, tokens.size() - 1); i++) {
            if (tokens.get(i).text().equals(":")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int groupStart(List<Token> tokens, Slots slots) {
        int end = slots.subject();
        while (end < slots.verbAt() && !tokens.get(end).tag().equals("AUX")) {
            end++;
        }
        return end;
    }

    private static String words(Draft draft, int from, int to, String verb) {
        StringBuilder title = new StringBuilder(verb);
        int n = 0;
        for (int i = from; i < to && n < MAX_WORDS; i++) {
            Token token = draft.unit().tokens().get(i);
            if (STOPS.contains(token.lower()) && n > 0) {
                break;
            }
            boolean skip =
                    inTime(token, draft) || DROPPED.contains(token.lower()) || !token.isWord();
            if (!skip) {
                boolean glued = token.lower().startsWith("'") || token.lower().equals("n't");
                title.append(glued ? "" : " ").append(reversed(token));
                n++;
            }
        }
        return title.toString().strip();
    }

    /** Seen from the reader of a list, “your data” is theirs. */
    private static String reversed(Token token) {
        return switch (token.lower()) {
            case "your" -> "their";
            case "my" -> "the";
            default -> token.text();
        };
    }

    private static boolean inTime(Token token, Draft draft) {
        for (TimeExpression time : draft.unit().times()) {
            if (token.start() >= time.start() && token.start() < time.end()) {
                return true;
            }
        }
        return false;
    }

    private List<String> matter(Draft draft) {
        TreeSet<String> words = new TreeSet<>();
        String condition = draft.condition();
        for (Token token : draft.unit().tokens()) {
            boolean content =
                    token.tag().matches("NOUN|PROPN|NUM|ADJ|VERB|X")
                            && token.isWord()
                            && token.start() >= draft.start()
                            && token.end() <= draft.end();
            boolean conditional =
                    condition != null
                            && condition.toLowerCase(Locale.ROOT).contains(token.lower())
                            && token.lower().length() > 2;
            String lemma = token.lemma().toLowerCase(Locale.ROOT);
            if (content
                    && !conditional
                    && !inTime(token, draft)
                    && !generic.holds(lemma)
                    && (lemma.length() > 1 || Character.isDigit(lemma.charAt(0)))) {
                words.add(lemma);
            }
        }
        return List.copyOf(words);
    }
}
