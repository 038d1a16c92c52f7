package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads LDIF as ldifde, ldapsearch and ldbsearch write it, object by object. A value that points to a file is left out, and so is
 * what is no object but a change.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2849">RFC 2849</a>
 */
final class LdifReader {

    private static final List<String> OF_ACCOUNTS =
            List.of("top", "person", "organizationalPerson", "user", "computer");

    private final LdifLines lines;
    private final Intake intake;
    private final SearchComments comments;
    private byte[] value = new byte[1024];
    private int length;
    private Entry entry = new Entry();
    private @Nullable Attribute name;
    private boolean isPart;
    private boolean isChange;
    private boolean isOfLdifde;
    private boolean isCutBlob;
    private boolean isComment;
    private boolean isBlankEnd;
    private boolean hasAccountNames;
    private long records;

    /** The line in which the value begins. */
    private long begun;

    private LdifReader(InputStream text, Intake intake) {
        this.lines = new LdifLines(text);
        this.intake = intake;
        this.comments = new SearchComments(lines, intake);
    }

    /** @param text in UTF-8 */
    static void read(InputStream text, Intake intake) throws IOException, UnreadableDirectoryException {
        new LdifReader(text, intake).all();
    }

    private void all() throws IOException, UnreadableDirectoryException {
        while (lines.next()) {
            line();
        }
        endValue();
        boolean isStump = !isBlankEnd && (isOfLdifde || isStump());
        endEntry();
        if (!lines.isEnded() && !isBlankEnd || isStump || isCutBlob || comments.isCut()) {
            throw UnreadableDirectoryException.cutShort(lines.number());
        }
        if (records == 0) {
            throw new UnreadableDirectoryException("no object stands in it");
        }
    }

    private void line() throws UnreadableDirectoryException {
        isBlankEnd = lines.isBlank();
        byte first = isBlankEnd ? 0 : lines.bytes()[lines.start()];
        if (isBlankEnd) {
            endValue();
            endEntry();
            isComment = false;
        } else if (first == ' ' || first == '\t') {
            if (!isComment && name != null) {
                append(lines.start() + 1);
            }
        } else if (first == '#') {
            endValue();
            isComment = true;
            comments.read(records + (entry.has(Attribute.DN) ? 1 : 0));
        } else {
            endValue();
            isComment = false;
            begin();
        }
    }

    private void append(int from) {
        int more = Math.min(lines.end() - from, Lines.LONGEST - length);
        if (length + more > value.length) {
            value = Arrays.copyOf(value, Math.max(length + more, 2 * value.length));
        }
        System.arraycopy(lines.bytes(), from, value, length, more);
        length += more;
    }

    private String text(int from) {
        return new String(value, from, length - from, StandardCharsets.UTF_8).strip();
    }

    private byte[] base64() {
        int from = 1;
        int to = length;
        while (from < to && value[from] <= ' ' && value[from] >= 0) {
            from++;
        }
        while (from < to && value[to - 1] <= ' ' && value[to - 1] >= 0) {
            to--;
        }
        return Arrays.copyOfRange(value, from, to);
    }

    private void begin() {
        byte[] bytes = lines.bytes();
        int colon = lines.colon();
        int stop = colon < 0 ? lines.nameEnd() : colon;
        colon = colon < 0 ? lines.indexOf(':', stop) : colon;
        if (colon <= lines.start()) {
            intake.drop();
            return;
        }
        name = Attribute.of(bytes, lines.start(), stop);
        if (name == Attribute.DN && stop == colon) {
            endEntry();
        }
        if (name != null) {
            isPart = stop < colon && isPart(written(stop, colon));
            if (isPlain(name, colon + 1)) {
                entry.addText(name, bytes, colon + 1, lines.end());
                name = null;
            } else {
                begun = lines.number();
                append(colon + 1);
            }
        } else if (colon + 1 < lines.end() && bytes[colon + 1] == '<') {
            intake.drop();
        }
    }

    /** Whether a value is what stands in the line, as most are. */
    private boolean isPlain(Attribute known, int from) {
        return !lines.mayGoOn()
                && !isPart
                && known != Attribute.CHANGE
                && known != Attribute.ALLOWED_FROM
                && from < lines.end()
                && lines.end() - from < Lines.LONGEST
                && lines.bytes()[from] != ':'
                && lines.bytes()[from] != '<';
    }

    private String written(int from, int to) {
        return new String(lines.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    private void endValue() throws UnreadableDirectoryException {
        if (name != null) {
            take(name);
            name = null;
        }
        length = 0;
    }

    private void take(Attribute known) throws UnreadableDirectoryException {
        char kind = length == 0 ? ' ' : (char) value[0];
        if (kind == '<') {
            intake.drop();
        } else if (known == Attribute.CHANGE) {
            isChange = !text(0).equalsIgnoreCase("add");
            isOfLdifde |= !isChange;
            return;
        } else if (length >= Lines.LONGEST) {
            entry.lose(known);
        } else if (kind == ':') {
            isCutBlob = !entry.addBase64(known, base64());
            if (isCutBlob) {
                intake.drop();
            } else if (known == Attribute.ALLOWED_FROM) {
                SecurityDescriptor.check(entry.bytes(known), "of line " + begun);
            }
        } else {
            plain(known);
        }
        if (isPart) {
            entry.lose(known);
        }
    }

    private void plain(Attribute known) throws UnreadableDirectoryException {
        if (known == Attribute.ALLOWED_FROM && !text(0).isEmpty()) {
            SecurityDescriptor.check(text(0), "of line " + begun);
        }
        entry.addText(known, value, 0, length);
    }

    /** Whether a directory gave a part of the values only: {@code member;range=0-1499}. */
    static boolean isPart(String attribute) {
        int range = attribute.toLowerCase(Locale.ROOT).indexOf(";range=");
        return range >= 0 && !attribute.endsWith("*");
    }

    /** ldifde ends each object with a blank line. Of others: whether the last object looks like an account without its name, which those before it have. */
    private boolean isStump() {
        return hasAccountNames
                && !isChange
                && entry.dn().regionMatches(true, 0, "cn=", 0, 3)
                && !entry.has(Attribute.ACCOUNT_NAME)
                && OF_ACCOUNTS.containsAll(entry.values(Attribute.OBJECT_CLASS));
    }

    private void endEntry() {
        if (isChange) {
            intake.drop();
        } else if (entry.has(Attribute.DN)) {
            records++;
            hasAccountNames |= entry.has(Attribute.ACCOUNT_NAME);
            entry = intake.add(entry);
        }
        entry.clear();
        isChange = false;
    }
}
