package io.github.iisaudit.xml;

/** Reads the declaration {@code <?xml version="1.0" encoding="…" standalone="…"?>}. */
final class PlainDeclaration {

    private static final String BEGIN = "<?xml";

    private final PlainText text;
    private boolean isSpaced;

    private PlainDeclaration(PlainText text) {
        this.text = text;
    }

    /** Goes behind the declaration, if the text begins with one. */
    static void skip(PlainText text) throws NotPlainException {
        if (text.isAt(BEGIN)) {
            new PlainDeclaration(text).skip();
        }
    }

    private void skip() throws NotPlainException {
        text.skip(BEGIN);
        skipSpace();
        text.require(isNext("version") && attribute("version").equals("1.0"));
        if (isNext("encoding")) {
            text.require(Letters.isLetter(attribute("encoding").charAt(0)));
        }
        if (isNext("standalone")) {
            String value = attribute("standalone");
            text.require(value.equals("yes") || value.equals("no"));
        }
        text.skip("?>");
    }

    private boolean isNext(String name) {
        return isSpaced && text.isAt(name);
    }

    /** A value of letters, digits and the signs that names have. */
    private String attribute(String name) throws NotPlainException {
        text.skip(name);
        text.skipSpace();
        text.skip("=");
        text.skipSpace();
        int quote = text.offset();
        String value = text.value();
        boolean isAsWritten = text.offset() - quote == value.length() + 2;
        text.require(isAsWritten && !value.isEmpty() && isPlain(value));
        skipSpace();
        return value;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Letters.isNameChar(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void skipSpace() {
        int before = text.offset();
        text.skipSpace();
        isSpaced = text.offset() > before;
    }
}
