package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads LDIF as ldifde, ldapsearch and ldbsearch write it, object by object. A value that points to a file is left out, and so is
 * what is no object but a change.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2849">RFC 2849</a>
 */
final class LdifReader {

    private static final String REQUESTING = "# requesting: ";
    private static final String EXTENDED = "# extended LDIF";
    private static final String ENTRIES = "# numEntries: ";

    private final Lines lines;
    private final Intake intake;
    private final StringBuilder value = new StringBuilder();
    private Entry entry = new Entry();
    private @Nullable String name;
    private boolean isChange;
    private boolean isCutBlob;
    private boolean isExtended;
    private boolean isFinished;
    private boolean isComment;
    private boolean isBlankEnd;
    private long records;

    private LdifReader(Reader text, Intake intake) {
        this.lines = new Lines(text);
        this.intake = intake;
    }

    static void read(Reader text, Intake intake) throws IOException, UnreadableDirectoryException {
        new LdifReader(text, intake).all();
    }

    private void all() throws IOException, UnreadableDirectoryException {
        for (StringBuilder line = lines.next(); line != null; line = lines.next()) {
            line(line);
        }
        endValue();
        endEntry();
        if (!lines.isEnded() && !isBlankEnd || isCutBlob || isExtended && !isFinished) {
            throw UnreadableDirectoryException.cutShort(lines.number());
        }
        if (records == 0) {
            throw new UnreadableDirectoryException("no object stands in it");
        }
    }

    private void line(StringBuilder line) {
        isBlankEnd = Lines.isBlank(line);
        if (Lines.isBlank(line)) {
            endValue();
            endEntry();
            isComment = false;
        } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            if (!isComment && name != null && value.length() < Lines.LONGEST) {
                value.append(line, 1, line.length());
            }
        } else if (line.charAt(0) == '#') {
            endValue();
            isComment = true;
            comment(line);
        } else {
            endValue();
            isComment = false;
            begin(line);
        }
    }

    /** ldapsearch says what it was asked for, and how many there were. */
    private void comment(StringBuilder line) {
        if (line.indexOf(EXTENDED) == 0) {
            isExtended = true;
        } else if (line.indexOf(ENTRIES) == 0) {
            isFinished = true;
        } else if (line.indexOf(REQUESTING) == 0) {
            for (String each : line.substring(REQUESTING.length()).strip().split(" +")) {
                intake.ask(each.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void begin(StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon <= 0) {
            intake.drop();
            return;
        }
        if (line.charAt(0) == 'd' && line.indexOf("dn:") == 0) {
            endEntry();
        }
        name = line.substring(0, colon);
        value.append(line, colon + 1, line.length());
    }

    private void endValue() {
        if (name != null) {
            take(name);
            name = null;
        }
        value.setLength(0);
    }

    private void take(String attribute) {
        String known = Entry.wanted(attribute);
        char kind = value.length() == 0 ? ' ' : value.charAt(0);
        if (kind == '<') {
            intake.drop();
        } else if (attribute.equalsIgnoreCase("changetype")) {
            isChange = !value.toString().strip().equalsIgnoreCase("add");
        } else if (known == null) {
            return;
        } else if (value.length() >= Lines.LONGEST) {
            entry.lose(known);
        } else if (kind == ':') {
            isCutBlob = !entry.addBase64(known, value.substring(1));
            if (isCutBlob) {
                intake.drop();
            }
        } else {
            entry.add(known, value.toString().strip());
        }
        if (known != null && isPart(attribute)) {
            entry.lose(known);
        }
    }

    /** Whether a directory gave a part of the values only: {@code member;range=0-1499}. */
    static boolean isPart(String attribute) {
        int range = attribute.toLowerCase(Locale.ROOT).indexOf(";range=");
        return range >= 0 && !attribute.endsWith("*");
    }

    private void endEntry() {
        if (isChange) {
            intake.drop();
        } else if (!entry.dn().isEmpty()) {
            records++;
            intake.add(entry);
        }
        if (isChange || !entry.isEmpty()) {
            entry = new Entry();
        }
        isChange = false;
    }
}
