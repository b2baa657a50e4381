package dev.followthrough.ingest.crm;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML bodies to text: blocks break lines, everything else only sets type. Plain text stays as it
 * is. Pure, thread-safe.
 */
public final class HtmlText {
    private static final Pattern MARKUP =
            Pattern.compile("<[a-zA-Z/!][^>]*>|&(?:[a-zA-Z]{2,8}|#\\d+);");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern AROUND_BREAK = Pattern.compile(" *\\n[ \\n]*");
    private static final Set<String> SILENT = Set.of("style", "script", "title", "head");

    private HtmlText() {}

    /** The text of a body that may be HTML; never throws. */
    public static String of(String body) {
        if (!MARKUP.matcher(body).find()) {
            return body.replace("\r\n", "\n").strip();
        }
        StringBuilder out = new StringBuilder();
        Jsoup.parse(body).body().traverse(writer(out));
        return AROUND_BREAK.matcher(out).replaceAll("\n").strip();
    }

    private static NodeVisitor writer(StringBuilder out) {
        return new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text && !isSilent(text)) {
                    out.append(
                            SPACES.matcher(text.getWholeText().replace('\u00A0', ' '))
                                    .replaceAll(" "));
                } else if (node instanceof Element element) {
                    breakLine(element, out);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    breakLine(element, out);
                }
            }
        };
    }

    private static void breakLine(Element element, StringBuilder out) {
        boolean breaks =
                element.isBlock()
                        || element.normalName().equals("br")
                        || element.normalName().equals("td");
        if (breaks && out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private static boolean isSilent(TextNode text) {
        Node parent = text.parent();
        return parent != null && SILENT.contains(parent.normalName());
    }
}
