package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * Doers that a clause names by its words where the walk over tags sees none: a colleague whose name
 * was tagged as a verb, “our night desk”, “by our hosting team”, “the Supplier”.
 */
final class DoerWords {
    private static final Set<String> OWN = Set.of("our", "my");

    /** Heads of a group that can do something; “our price” and “my phone” cannot. */
    private static final Set<String> PEOPLE =
            Set.of(
                    ("team teams squad crew folks people guys lads boys girls staff colleagues colleague"
                                    + " department dept desk office boss manager director engineer engineers mechanic mechanics"
                                    + " technician technicians developer developers dev devs dba dbas admin admins analyst analysts"
                                    + " accountant accountants bookkeeper solicitor solicitors lawyer lawyers counsel auditor auditors"
                                    + " vendor supplier subcontractor subcontractors contractor contractors partner partners agent agents"
                                    + " driver drivers electrician electricians installer installers plumber fitter fitters"
                                    + " floorwalkers trainer trainers consultant consultants architect architects designer designers"
                                    + " master chief lead leads noc soc infosec netsec security legal procurement finance"
                                    + " accounts purchasing warehouse support hr")
                            .split(" "));

    /** Parties of a contract, as it calls them. */
    private static final Set<String> PARTIES =
            Set.of(
                    ("supplier customer consultant contractor provider vendor buyer client licensor licensee"
                                    + " subcontractor company")
                            .split(" "));

    private static final Set<String> SOMEONE = Set.of("someone", "somebody", "anyone", "anybody");

    /** Longest “our …” group. */
    private static final int LONGEST = 4;

    private final Draft draft;
    private final List<Token> tokens;
    private final Scene scene;

    DoerWords(Draft draft, Scene scene) {
        this.draft = draft;
        this.tokens = draft.unit().tokens();
        this.scene = scene;
    }

    /**
     * “Lars flushes eu-2”, “on our end Pete is in the lobby”: a known person right before what is
     * done.
     */
    @Nullable Doer known() {
        int head = Math.max(0, draft.unit().slots().head());
        int last = Math.min(Math.max(draft.unit().slots().verbAt(), head), tokens.size() - 2);
        for (int i = head; i <= last; i++) {
            Party party = scene.people().find(tokens.get(i).lower());
            if (party != null
                    && tokens.get(i).isCapital()
                    && !party.isSamePersonAs(scene.signal().author())
                    && isSubject(i)) {
                return new Doer.Person(party);
            }
        }
        for (int i = head + 1; i + 1 < tokens.size(); i++) {
            Party party = actor(i);
            if (party != null && !party.isSamePersonAs(scene.signal().author())) {
                return new Doer.Person(party);
            }
        }
        return null;
    }

    /** “…, Pete is in the lobby”, “three routes by Friday, Baz is leading”. */
    private @Nullable Party actor(int i) {
        boolean begins = Words.in(tokens.get(i - 1).lower(), ",|;|:|–|—|-|and|but|so|then");
        boolean acts = Words.in(tokens.get(i + 1).tag(), "VERB|AUX");
        if (!begins || !acts || !tokens.get(i).isCapital()) {
            return null;
        }
        boolean leads =
                i + 2 < tokens.size()
                        && Words.in(
                                tokens.get(i + 2).lower(),
                                "leading|owning|driving|running|doing|on");
        Party known = scene.people().find(tokens.get(i).lower());
        return known == null && leads ? scene.people().resolve(tokens.get(i).text()) : known;
    }

    /** Who has it, by a clause before: its subject by name, or “with Rohit”. */
    @Nullable Doer holder() {
        Doer known = known();
        for (int i = 1; known == null && i < tokens.size(); i++) {
            Party party = scene.people().find(tokens.get(i).lower());
            boolean with = tokens.get(i - 1).lower().equals("with");
            known =
                    with && party != null && !party.isSamePersonAs(scene.signal().author())
                            ? new Doer.Person(party)
                            : null;
        }
        return known;
    }

    private boolean isSubject(int i) {
        String next = tokens.get(i + 1).lower();
        String before = i == 0 ? "" : tokens.get(i - 1).lower();
        return tokens.get(i + 1).isWord()
                && !Words.in(next, "'s|and|or|for|from|of|on|to|in|at|with")
                && !Words.in(
                        before, "with|by|for|to|from|of|at|and|or|than|that|thanks|hi|hello|dear");
    }

    /** “Our DBA opens the replica”, “my two mechanics”, “the Supplier trains”: the subject. */
    @Nullable Doer group() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).text().equals("The")
                    && tokens.get(i + 1).isCapital()
                    && PARTIES.contains(tokens.get(i + 1).lower())
                    && Words.in(tokens.get(i + 2).tag(), "VERB|AUX|NOUN")) {
                return new Doer.Team(text(i, i + 2));
            }
        }
        int head = Math.max(0, draft.unit().slots().head());
        return OWN.contains(tokens.get(head).lower()) ? people(head) : null;
    }

    /** A team by name, as said, without “our”; or its member (“Inès from our recipe team”). */
    Doer team() {
        int head = Math.max(0, draft.unit().slots().head());
        String said = draft.unit().slots().name();
        boolean member =
                head + 2 < tokens.size()
                        && tokens.get(head).tag().equals("PROPN")
                        && Words.in(tokens.get(head + 1).lower(), "from|on|in|at|of")
                        && Words.in(tokens.get(head + 2).lower(), "our|my|the");
        if (member) {
            return new Doer.Person(scene.people().resolve(tokens.get(head).text()));
        }
        boolean owned = head + 2 < tokens.size() && tokens.get(head + 1).lower().equals("'s");
        return new Doer.Team(owned ? text(head, head + 3) : said == null ? "team" : said);
    }

    /** “… by our hosting team”, “the fix is coming from Dexter”: the agent of a passive. */
    @Nullable Doer agent() {
        for (int i = 1; i < tokens.size(); i++) {
            Party party = scene.people().find(tokens.get(i).lower());
            boolean last = i + 1 == tokens.size() || !tokens.get(i + 1).isWord();
            if (party != null && last && Words.in(tokens.get(i - 1).lower(), "by|from")) {
                return new Doer.Person(party);
            }
        }
        return behind("by");
    }

    /** The group that stands behind one of these prepositions. */
    @Nullable Doer behind(String prepositions) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String next = tokens.get(i + 1).lower();
            if (Words.in(tokens.get(i).lower(), prepositions)
                    && (OWN.contains(next) || next.equals("the"))) {
                Doer found = people(i + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The group that begins with this determiner, where its last noun can do something. */
    private @Nullable Doer people(int from) {
        int to = from + 1;
        int end = 0;
        while (to < tokens.size() && to <= from + LONGEST && tokens.get(to).isWord()) {
            if (PEOPLE.contains(tokens.get(to).lower())) {
                end = to + 1;
            }
            if (!Words.in(tokens.get(to).tag(), "NOUN|PROPN|ADJ|NUM") && end != to + 1) {
                break;
            }
            to++;
        }
        boolean owns = end > 0 && end < tokens.size() && tokens.get(end).lower().equals("'s");
        if (end == 0 || owns) {
            return null;
        }
        boolean mine = tokens.get(from).lower().equals("my");
        return new Doer.Team(text(mine ? from : from + 1, end));
    }

    /**
     * Nobody in particular: at the head (“somebody on our end pulls it together”), or in what was
     * told (“told her we put somebody on site”).
     */
    boolean isSomeone() {
        int head = Math.max(0, draft.unit().slots().head());
        boolean told = draft.unit().slots().verb().equals("tell");
        return SOMEONE.contains(tokens.get(head).lower())
                || told && tokens.stream().anyMatch(t -> SOMEONE.contains(t.lower()));
    }

    /** “Jakarta: somebody on site two days”: the label names a place or a matter. */
    boolean isSomeoneNoted() {
        for (int i = 1; i + 1 < Math.min(tokens.size(), LONGEST); i++) {
            if (tokens.get(i).text().equals(":")) {
                return SOMEONE.contains(tokens.get(i + 1).lower());
            }
        }
        return false;
    }

    private String text(int from, int to) {
        return scene.signal().text().substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
