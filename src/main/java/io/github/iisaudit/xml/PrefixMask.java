package io.github.iisaudit.xml;

import org.dom4j.Document;

/**
 * A text whose names have one prefix, declared on the root element, without it: names of another spelling at the same places. It is
 * well formed where the original is. Transforms are such texts.
 */
final class PrefixMask {

    private static final String DECLARATION = "xmlns:";

    private PrefixMask() {}

    /** Whether a text declares a prefix, so that it cannot be read without. */
    static boolean isWanted(SourceText source) {
        return source.text().contains(DECLARATION);
    }

    /**
     * Makes sure that a text is well formed.
     *
     * @param isGuarded whether secrets are hidden
     * @throws NotPlainException where a full parser must look at it: it may be well formed or not
     */
    static void check(SourceText source, boolean isGuarded) throws NotPlainException {
        String text = source.text();
        int declaration = text.indexOf(DECLARATION);
        int start = declaration + DECLARATION.length();
        int end = declaration < 0 ? -1 : text.indexOf('=', start);
        boolean isOnly = end > start && end - start < 20 && text.indexOf(DECLARATION, start) < 0;
        if (!isOnly) {
            throw NotPlainException.INSTANCE;
        }
        String prefix = text.substring(start, end);
        SourceText masked = new SourceText(source.path(), masked(text, prefix + ":", declaration));
        Document document = PlainReader.read(masked, isGuarded);
        String uri = document.getRootElement().attributeValue("xmlns_" + prefix, "");
        if (uri.isEmpty() || uri.startsWith("http://www.w3.org/") || prefix.startsWith("xml")) {
            throw NotPlainException.INSTANCE;
        }
    }

    private static String masked(String text, String prefix, int declaration) {
        StringBuilder masked = new StringBuilder(text);
        masked.setCharAt(declaration + DECLARATION.length() - 1, '_');
        for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
            int colon = at + prefix.length() - 1;
            boolean isName = at > 0
                    && " \t\r\n</".indexOf(text.charAt(at - 1)) >= 0
                    && colon + 1 < text.length()
                    && Letters.isLetter(text.charAt(colon + 1));
            if (isName) {
                masked.setCharAt(colon, '_');
            }
        }
        return masked.toString();
    }
}
