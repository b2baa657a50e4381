package dev.followthrough.extract.text;

/** Words of a closed list, written where they are asked for. */
public final class Words {
    private Words() {}

    /**
     * Whether the word is one of those between bars: {@code in(tag, "NOUN|PROPN")}. Says what a
     * regular expression would, and costs a comparison a word.
     */
    public static boolean in(String word, String list) {
        int length = word.length();
        int from = 0;
        while (from + length <= list.length()) {
            int end = list.indexOf('|', from);
            end = end < 0 ? list.length() : end;
            if (end - from == length && list.startsWith(word, from)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }
}
