package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables as csvde and Export-Csv write them: a row for each object, several values of one attribute joined by semicolons.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/cc732101(v=ws.11)">csvde</a>
 */
final class TableReader {

    /** What need not stand in the head of a table of everything. */
    private static final List<Attribute> ANY =
            List.of(Attribute.ALLOWED_TO, Attribute.ALLOWED_FROM, Attribute.MEMBER_OF);

    private final CsvRows rows;
    private final Intake intake;

    private TableReader(Reader text, Intake intake) {
        this.rows = new CsvRows(text);
        this.intake = intake;
    }

    static void read(Reader text, Intake intake) throws IOException, UnreadableDirectoryException {
        new TableReader(text, intake).all();
    }

    private void all() throws IOException, UnreadableDirectoryException {
        List<String> head = rows.next();
        while (head != null
                && (head.size() == 1 && head.get(0).isBlank() || head.get(0).startsWith("#TYPE"))) {
            head = rows.next();
        }
        List<@Nullable Attribute> names = names(head == null ? List.of() : head);
        for (List<String> row = rows.next(); row != null; row = rows.next()) {
            if (row.size() == 1 && row.get(0).isBlank()) {
                continue;
            }
            if (row.size() < names.size() || rows.isOpen()) {
                throw UnreadableDirectoryException.cutShort(rows.line());
            }
            intake.add(entry(names, row));
        }
        if (rows.isWithinQuotes()) {
            throw UnreadableDirectoryException.cutShort(rows.line());
        }
    }

    private List<@Nullable Attribute> names(List<String> head) {
        List<@Nullable Attribute> names = new ArrayList<>();
        for (String each : head) {
            Attribute name = Attribute.of(each);
            names.add(name);
            if (name != null) {
                intake.ask(name);
            }
        }
        if (isOfEverything(head, names)) {
            ANY.forEach(intake::ask);
        }
        return names;
    }

    /**
     * Whether csvde was told no attributes, and asked no global catalog: it writes a column for each that any object has.
     */
    private static boolean isOfEverything(List<String> head, List<@Nullable Attribute> names) {
        return head.get(0).equalsIgnoreCase("DN")
                && names.containsAll(List.of(
                        Attribute.INSTANCE_TYPE,
                        Attribute.WHEN_CREATED,
                        Attribute.CHANGE_NUMBER,
                        Attribute.ENCRYPTION));
    }

    private Entry entry(List<@Nullable Attribute> names, List<String> row) throws UnreadableDirectoryException {
        Entry entry = new Entry();
        for (int i = 0; i < names.size(); i++) {
            Attribute name = names.get(i);
            String cell = i < row.size() ? row.get(i).strip() : "";
            if (name != null && !cell.isEmpty()) {
                cell(entry, name, cell);
            }
        }
        return entry;
    }

    private void cell(Entry entry, Attribute name, String cell) throws UnreadableDirectoryException {
        if (isTypeName(cell)) {
            entry.lose(name);
            return;
        }
        byte[] bytes = bytes(cell);
        if (name == Attribute.ALLOWED_FROM) {
            check(bytes, cell);
        }
        if (bytes != null) {
            entry.addBytes(name, bytes);
        } else if (name == Attribute.DN || name == Attribute.CN || name == Attribute.ALLOWED_FROM) {
            entry.add(name, cell);
        } else {
            values(cell).forEach(value -> entry.add(name, value));
        }
    }

    private void check(byte @Nullable [] bytes, String cell) throws UnreadableDirectoryException {
        String place = "of line " + rows.line();
        if (bytes == null) {
            SecurityDescriptor.check(cell, place);
        } else {
            SecurityDescriptor.check(bytes, place);
        }
    }

    /** Whether PowerShell wrote what a collection is instead of what is in it. */
    static boolean isTypeName(String text) {
        return text.startsWith("Microsoft.ActiveDirectory.Management.")
                || text.startsWith("System.Object[")
                || text.startsWith("System.String[")
                || text.startsWith("System.DirectoryServices.")
                || text.startsWith("System.Collections.");
    }

    /** What stands in {@code X'…'}; null where none does. */
    private static byte @Nullable [] bytes(String cell) {
        if (!cell.startsWith("X'") || !cell.endsWith("'") || cell.length() < 3) {
            return null;
        }
        try {
            return HexFormat.of().parseHex(cell, 2, cell.length() - 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= cell.length(); i++) {
            boolean isEscaped = i > 0 && i < cell.length() && cell.charAt(i - 1) == '\\';
            if (i == cell.length() || cell.charAt(i) == ';' && !isEscaped) {
                values.add(cell.substring(start, i).strip().replace("\\;", ";"));
                start = i + 1;
            }
        }
        return values;
    }
}
