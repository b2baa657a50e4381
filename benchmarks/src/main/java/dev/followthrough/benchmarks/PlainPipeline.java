package dev.followthrough.benchmarks;

import opennlp.tools.chunker.ChunkerME;
import opennlp.tools.chunker.ChunkerModel;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * What one would write first: every sentence through OpenNLP's detector, tokenizer, tagger,
 * lemmatizer and chunker, and nothing made of it. Not thread-safe.
 */
final class PlainPipeline {
    private final SentenceDetectorME sentences;
    private final TokenizerME tokenizer;
    private final POSTaggerME tagger;
    private final LemmatizerME lemmatizer;
    private final ChunkerME chunker;

    PlainPipeline() {
        try {
            sentences =
                    new SentenceDetectorME(
                            new SentenceModel(model("opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));
            tokenizer =
                    new TokenizerME(
                            new TokenizerModel(model("opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));
            POSModel pos = new POSModel(model("opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"));
            tagger = new POSTaggerME(pos);
            lemmatizer =
                    new LemmatizerME(
                            new LemmatizerModel(model("opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin")));
            chunker = new ChunkerME(new ChunkerModel(model("en-chunker.bin")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream model(String name) {
        return Objects.requireNonNull(PlainPipeline.class.getResourceAsStream("/" + name), name);
    }

    /** How many sentences it finds. */
    int sentences(String text) {
        return sentences.sentDetect(text).length;
    }

    /** Sentence, token and tag: what the extractor needs of it at most. */
    int tag(String text) {
        int tags = 0;
        for (String sentence : sentences.sentDetect(text)) {
            tags += tagger.tag(tokenizer.tokenize(sentence)).length;
        }
        return tags;
    }

    /** All five steps. */
    int analyse(String text) {
        int found = 0;
        for (String sentence : sentences.sentDetect(text)) {
            String[] tokens = tokenizer.tokenize(sentence);
            String[] tags = tagger.tag(tokens);
            String[] lemmas = lemmatizer.lemmatize(tokens, tags);
            String[] chunks = chunker.chunk(tokens, tags);
            found += lemmas.length + chunks.length;
        }
        return found;
    }
}
