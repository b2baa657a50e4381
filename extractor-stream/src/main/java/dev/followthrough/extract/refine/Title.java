package dev.followthrough.extract.refine;

import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Gives each draft its title, and notes what it is about. */
final class Title implements Refiner {
    private final Lexicon generic = RuleSet.english().lexicon("generic-word");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(draft.called(new TitleWriter(draft, scene).title(), matter(draft)));
        }
        return refined;
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
