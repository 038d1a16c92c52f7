package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of comma-separated values, one by one. What separates is what the first row has most of: a comma, or the semicolon or
 * tab of other cultures.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows {

    private final Lines lines;
    private char separator;
    private boolean isWithinQuotes;
    private boolean isQuoted;

    CsvRows(Reader text) {
        this.lines = new Lines(text);
    }

    /** The number of the last line. */
    long line() {
        return lines.number();
    }

    /** Whether the text ended within quotes. */
    boolean isWithinQuotes() {
        return isWithinQuotes;
    }

    /** Whether the last row may go on: no line ends it, and no quote its last cell. */
    boolean isOpen() {
        return !lines.isEnded() && !isQuoted;
    }

    /** The cells of the next one; null at the end. */
    @Nullable
    List<String> next() throws IOException {
        StringBuilder line = lines.next();
        if (line == null) {
            return null;
        }
        if (separator == 0 && line.indexOf("#TYPE") != 0) {
            separator = separator(line);
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        isWithinQuotes = false;
        while (line != null) {
            split(line, cells, cell);
            isQuoted = line.length() > 0 && line.charAt(line.length() - 1) == '"';
            if (!isWithinQuotes) {
                break;
            }
            line = cell.length() < Lines.LONGEST ? lines.next() : null;
            cell.append('\n');
        }
        cells.add(cell.toString());
        return cells;
    }

    private void split(StringBuilder line, List<String> cells, StringBuilder cell) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean isDoubled = isWithinQuotes && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (isDoubled) {
                    cell.append('"');
                    i++;
                } else {
                    isWithinQuotes = !isWithinQuotes;
                }
            } else if (c == separator && !isWithinQuotes) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
    }

    private static char separator(CharSequence head) {
        char best = ',';
        long most = 0;
        for (char each : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(c -> c == each).count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }
}
