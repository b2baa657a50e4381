package dev.followthrough.extract.refine;

import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Gives each draft its title, and notes what it is about. */
final class Title implements Refiner {
    private static final Set<String> CLOSED =
            Set.of("AUX", "PRON", "DET", "ADP", "PART", "CCONJ", "SCONJ", "PUNCT");

    /** Members of the closed classes, with what chat writes for them. */
    private static final Set<String> FUNCTION =
            Set.of(
                    ("about above across after against all along although and another any anybody anyone"
                                    + " anything are around been before behind being below beneath beside between beyond"
                                    + " both but can cannot could did does doing done down during each either enough"
                                    + " every everybody everyone everything few for from gonna gotta had has have having"
                                    + " her hers herself him himself his how however inside into its itself lot many may"
                                    + " might mine more most much must myself near neither nobody none nor not nothing off"
                                    + " once one ones onto other others ought our ours ourselves out outside over own past per"
                                    + " plus shall she should since some somebody someone something such than that the"
                                    + " their theirs them themselves then there these they this those though through"
                                    + " till too toward towards under unless until upon via was were what whatever when"
                                    + " whenever where whether which while who whoever whom whose why will with within"
                                    + " without would you your yours yourself let lets got get gets hey yes yep yeah")
                            .split(" "));

    private final Lexicon generic = RuleSet.english().lexicon("generic-word");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            List<String> matter = matter(draft);
            boolean named = isNamed(draft, matter);
            String title = named ? new TitleWriter(draft, scene).title() : draft.action();
            refined.add(draft.called(title, matter));
        }
        return refined;
    }

    /** Whether anybody reads a title of it. */
    private static boolean isNamed(Draft draft, List<String> matter) {
        return switch (draft.act()) {
            case PROMISE, ACCEPTANCE, REQUEST -> true;
            case SCOPE, MILESTONE -> matter.isEmpty();
            case FULFILMENT, RESCHEDULING, REASSIGNMENT, WITHDRAWAL, CONTEXT, LOOKALIKE -> false;
        };
    }

    /**
     * “DPIA's gone”, “sandbox's up”: a tag of the small closed classes on a word that belongs to
     * none of them, and capitals in any other, are the tagger's mistakes.
     */
    private static boolean isMistagged(Token token) {
        String word = token.lower();
        return word.length() > 2
                && isOfLetters(word)
                && (CLOSED.contains(token.tag()) && !FUNCTION.contains(word)
                        || token.text().equals(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean isOfLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
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
        String condition =
                draft.condition() == null ? "" : draft.condition().toLowerCase(Locale.ROOT);
        for (Token token : draft.unit().tokens()) {
            boolean content =
                    token.start() >= draft.start()
                            && token.end() <= draft.end()
                            && token.isWord()
                            && (Words.in(token.tag(), "NOUN|PROPN|NUM|ADJ|VERB|X")
                                    || isMistagged(token));
            boolean conditional = token.lower().length() > 2 && condition.contains(token.lower());
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
