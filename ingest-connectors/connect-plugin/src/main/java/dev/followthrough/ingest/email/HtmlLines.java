package dev.followthrough.ingest.email;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lines of an HTML body as a reader sees them. What clients say by markup is kept: block quotes get
 * {@code >} signs, signatures and the beginning of another mail become hints.
 */
final class HtmlLines implements NodeVisitor {

    private static final Set<String> SKIPPED =
            Set.of("style", "script", "head", "title", "template", "noscript", "object", "svg");
    private static final Set<String> SPACED =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre");
    private static final Set<String> BROKEN =
            Set.of(
                    "div",
                    "li",
                    "tr",
                    "blockquote",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "address",
                    "center",
                    "dl",
                    "dt",
                    "dd",
                    "form",
                    "hr",
                    "fieldset");
    private static final Set<String> HISTORY_IDS =
            Set.of(
                    "divrplyfwdmsg",
                    "olk_src_body_section",
                    "mail-editor-reference-message-container",
                    "isforwardcontent",
                    "reply-intro",
                    "replysplit",
                    "orig-mail");
    private static final Set<String> HISTORY_CLASSES =
            Set.of(
                    "outlookmessageheader",
                    "yahoo_quoted",
                    "protonmail_quote",
                    "tutanota_quote",
                    "zmail_extra",
                    "gmail_quote_container_history",
                    "wordsectionreply");
    private static final Set<String> SIGNATURE_CLASSES =
            Set.of(
                    "gmail_signature",
                    "moz-signature",
                    "x_gmail_signature",
                    "protonmail_signature_block",
                    "yahoo-signature",
                    "zmail_signature",
                    "x_moz-signature");
    private static final Set<String> SIGNATURE_IDS =
            Set.of(
                    "signature",
                    "x_signature",
                    "applemailsignature",
                    "ms-outlook-mobile-signature",
                    "x_ms-outlook-mobile-signature",
                    "ymail_android_signature");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int skipped;
    private int signature;
    private int preformatted;
    private boolean history;

    private HtmlLines() {}

    static List<Line> of(String html) {
        HtmlLines lines = new HtmlLines();
        NodeTraversor.traverse(lines, Jsoup.parse(html).body());
        lines.endLine();
        return lines.lines;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text);
        } else if (node instanceof Element element) {
            open(element, element.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
    }

    private void open(Element element, String name) {
        if (isSkipped(element, name)) {
            skipped++;
        }
        if (name.equals("br")) {
            breakLine();
        } else if (SPACED.contains(name) || BROKEN.contains(name)) {
            startBlock(element, name);
        } else if (name.equals("td") || name.equals("th")) {
            blank();
        }
        quotes += isQuote(element, name) ? 1 : 0;
        signature += isSignature(element) ? 1 : 0;
        history |= isHistory(element);
        preformatted += name.equals("pre") ? 1 : 0;
    }

    private void close(Element element, String name) {
        if (SPACED.contains(name) || BROKEN.contains(name)) {
            endLine();
            if (SPACED.contains(name) && !isTight(element)) {
                blankLine();
            }
        }
        quotes -= isQuote(element, name) ? 1 : 0;
        signature -= isSignature(element) ? 1 : 0;
        preformatted -= name.equals("pre") ? 1 : 0;
        skipped -= isSkipped(element, name) ? 1 : 0;
    }

    private void startBlock(Element element, String name) {
        endLine();
        if (SPACED.contains(name) && !isTight(element)) {
            blankLine();
        }
        if (name.equals("li")) {
            line.append("- ");
        } else if (name.equals("hr")) {
            line.append("-----");
            endLine();
        }
    }

    /** Outlook's paragraphs have no space around them. */
    private static boolean isTight(Element element) {
        return element.className().startsWith("Mso")
                || element.className().startsWith("x_Mso")
                || element.closest("li") != null
                || element.attr("style").contains("margin:0");
    }

    private static boolean isSkipped(Element element, String name) {
        return SKIPPED.contains(name)
                || element.attr("style")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none");
    }

    /** A block quote; one without a border is only indentation. */
    private static boolean isQuote(Element element, String name) {
        boolean indents =
                element.attr("style").replace(" ", "").contains("border:none")
                        && element.className().isEmpty();
        return name.equals("blockquote") && !indents
                || element.classNames().contains("yahoo_quoted");
    }

    private static boolean isSignature(Element element) {
        return SIGNATURE_IDS.contains(element.id().toLowerCase(Locale.ROOT))
                || hasAny(element, SIGNATURE_CLASSES);
    }

    private static boolean isHistory(Element element) {
        return HISTORY_IDS.contains(element.id().toLowerCase(Locale.ROOT))
                || hasAny(element, HISTORY_CLASSES);
    }

    private static boolean hasAny(Element element, Set<String> classes) {
        if (element.className().isEmpty()) {
            return false;
        }
        return element.classNames().stream()
                .anyMatch(name -> classes.contains(name.toLowerCase(Locale.ROOT)));
    }

    private void append(TextNode text) {
        if (skipped > 0) {
            return;
        }
        String whole = text.getWholeText();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (preformatted > 0 && c == '\n') {
                breakLine();
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                blank();
            } else {
                line.append(c);
            }
        }
    }

    private void blank() {
        boolean needed =
                preformatted > 0 || !line.isEmpty() && line.charAt(line.length() - 1) != ' ';
        if (needed && skipped == 0) {
            line.append(' ');
        }
    }

    private void breakLine() {
        add(line.toString());
    }

    private void endLine() {
        if (!line.isEmpty()) {
            add(line.toString());
        }
    }

    private void blankLine() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().replace(">", "").isBlank()) {
            add("");
        }
    }

    private void add(String text) {
        line.setLength(0);
        if (skipped > 0) {
            return;
        }
        String clean = PlainLines.clean(text).stripTrailing();
        Line.Hint hint = signature > 0 && quotes == 0 ? Line.Hint.SIGNATURE : Line.Hint.NONE;
        if (history && !clean.isBlank()) {
            hint = Line.Hint.HISTORY;
            history = false;
        }
        lines.add(
                new Line(
                        quotes == 0 ? clean : ">".repeat(Math.min(quotes, 20)) + " " + clean,
                        hint));
    }
}
