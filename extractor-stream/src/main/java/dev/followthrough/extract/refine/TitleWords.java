package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.Set;

/** The words that a title is written with, leaves out or must not end on. */
final class TitleWords {
    /** What the hearer does when something of ours comes to them. */
    static final Set<String> RECEIVE = Set.of("have", "get", "receive", "see", "find", "expect");

    /** What a thing does on its way to the hearer. */
    static final Set<String> ARRIVE =
            words("land reach come go arrive follow head leave hit drop sit wing get show");

    /** Verbs with the same doer and thing: “the load runs” is “run the load”. */
    static final Set<String> DO_OR_HAPPEN =
            words(
                    "ship run start close freeze open launch finish begin end continue "
                            + "deploy stop change move release cover expire drain publish resume "
                            + "restart kick");

    static final Set<String> STAY = Set.of("stay", "remain", "hold");

    /** Followed by “to” and the verb that counts. */
    static final Set<String> WRAPPERS =
            words(
                    "aim hope hop plan try expect intend want look promise commit undertake "
                            + "mean love like agree need be go undertaking offer manage get have push "
                            + "think guarantee propose arrange target seek ask pledge should");

    static final Set<String> PRONOUNS = words("it that this them those these one ones both which");

    static final Set<String> DETERMINERS =
            words(
                    "the a an this that these those my our your their his her its some any "
                            + "each every all both no");

    static final Set<String> PREPOSITIONS =
            words(
                    "by on in at for until till before after from with of to within around "
                            + "about during over through into onto as per since towards toward "
                            + "between than under via w");

    /** A title that ends on one of these is cut before it. */
    static final Set<String> NO_END =
            words(
                    "and or but so if then the a an that which because when while just i we "
                            + "you he she they please my our your their too also first thing is are "
                            + "'s was & plus no not either latest later will 'll be early sometime "
                            + "hopefully probably maybe");

    /** Belongs to the verb although it looks like a preposition: “hand it over”. */
    static final Set<String> PARTICLES = words("up out back off down in on over through away");

    /** Softeners that add nothing to a list of things to do. */
    static final Set<String> DROPPED =
            words(
                    "just also now then asap um uh please definitely hopefully probably "
                            + "maybe personally still actually really basically kindly already simply "
                            + "surely certainly perhaps possibly realistically worst ideally well "
                            + "yeah yep ok okay gladly quickly sir madam");

    static final Set<String> STOPS =
            Set.of(
                    ";",
                    "–",
                    "—",
                    "-",
                    "--",
                    "if",
                    "once",
                    "unless",
                    "because",
                    "so",
                    "but",
                    "provided",
                    "when",
                    "while",
                    "since",
                    "whenever",
                    "assuming",
                    "though",
                    "although",
                    ":",
                    "...",
                    "…",
                    "|",
                    "?",
                    "!",
                    ".",
                    "cause",
                    "cos",
                    "otherwise",
                    "which",
                    "subject",
                    "latest");

    /** Heads of a note, not of a thing. */
    static final Set<String> LABELS =
            words(
                    "ai task todo action actions next interim ap note ps steps open update fyi "
                            + "promise commitment");

    /** Words that stress who does it. */
    static final Set<String> SELVES =
            words(
                    "myself himself herself itself yourself yourselves ourself ourselves themself "
                            + "themselves");

    static final Set<String> HEARER = Set.of("you", "ya", "y'all", "ye");
    static final Set<String> SPEAKER = Set.of("me", "us");

    private TitleWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    static boolean isNoun(Token token) {
        return Words.in(token.tag(), "NOUN|PROPN|NUM") && token.isWord();
    }

    /** Whether a thing may begin here. */
    static boolean beginsThing(Token token) {
        return Words.in(token.tag(), "DET|NOUN|PROPN|NUM|ADJ")
                || DETERMINERS.contains(token.lower())
                || Words.in(token.lower(), "what|how|whether|where|why|when|who");
    }

    /** “And and”, “a a”: stumbled over; but “plus plus” may be a name. */
    static boolean isRepeated(Token before, Token token) {
        return before.lower().equals(token.lower())
                && Words.in(token.lower(), "and|a|an|the|to|of|i|we|my|our");
    }

    static boolean isMarkup(Token token) {
        String text = token.text();
        return text.startsWith("@")
                || text.length() > 2 && text.startsWith(":") && text.endsWith(":");
    }
}
