package dev.followthrough.extract.text;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Parts of speech by OpenNLP's English model, universal tags. The model is shared, the tagger is
 * not thread-safe: one a thread.
 */
final class Tagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    /** Loaded once, on first use. */
    private static final class Shared {
        static final POSModel POS = model();
        static final Lemmas LEMMAS = Lemmas.load();

        private static POSModel model() {
            try (InputStream in =
                    Objects.requireNonNull(
                            Tagger.class.getResourceAsStream(MODEL),
                            MODEL + " is not on the class path")) {
                return new POSModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final POSTaggerME tagger = new POSTaggerME(Shared.POS, POSTagFormat.UD);

    static Lemmas lemmas() {
        return Shared.LEMMAS;
    }

    List<Token> tag(List<Token> tokens) {
        String[] words = new String[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = forTagger(tokens.get(i));
        }
        String[] tags = tagger.tag(words);
        List<Token> tagged = new ArrayList<>(tokens.size());
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(i);
            tagged.add(token.tagged(tags[i], Shared.LEMMAS.of(token.lower(), tags[i])));
        }
        return tagged;
    }

    /** The training text has edited English: spell chat as it would. */
    private static String forTagger(Token token) {
        String lower = token.lower();
        if (lower.equals("i")) {
            return "I";
        }
        boolean respelt = !lower.equalsIgnoreCase(token.text());
        return respelt ? lower : token.text();
    }
}
