package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Place.KernelMode;

/** Reads the rows of one block. Nothing of a row is copied but what {@link LogRows} has. Used once, by one thread. */
final class RowReader {

    private static final Place NOWHERE =
            new Place(new ApplicationEvidence("", "", KernelMode.UNKNOWN), KernelMode.UNKNOWN);
    private static final long NO_CREDENTIALS = 2148074254L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    /** Added to a byte without its highest bit, it sets that bit for all that are greater than a blank. */
    private static final long OVER_BLANK = 0x5F5F5F5F5F5F5F5FL;

    /** Times a one at the beginning of a byte, its highest byte is the number of that byte. */
    private static final long PLACES = 0x0001020304050607L;

    private final LogOrigin origin;
    private final byte[] bytes;
    private final long[] words;
    private final int length;
    private final LogRows rows = new LogRows();
    private final LogTime time;
    private final Row row;
    private final RowPlaces places;
    private boolean isDeaf;
    private int found;
    private int line;

    private RowReader(LogBlock block, LogOrigin origin) {
        this.origin = origin;
        this.bytes = block.bytes();
        this.words = block.words();
        this.length = block.length();
        this.time = new LogTime(bytes, block.day());
        this.row = new Row(bytes, block.fields());
        this.places = new RowPlaces(origin, bytes, row, rows.unmatched);
        isDeaf = !block.fields().missing().isEmpty();
    }

    static LogRows read(LogBlock block, LogOrigin origin) {
        RowReader reader = new RowReader(block, origin);
        reader.read();
        reader.rows.fields = reader.row.fields;
        reader.rows.day = reader.time.header();
        return reader.rows;
    }

    private void use(LogFields columns) {
        row.use(columns);
        places.useColumns();
        isDeaf = !columns.missing().isEmpty();
    }

    /**
     * Every byte that may end a field or a line is one up to the blank; eight are looked at at a time. All that is needed for each is
     * in variables, for fields of this object would be read again.
     */
    private void read() {
        long[] all = words;
        byte[] text = bytes;
        int[] begins = row.starts;
        int whole = length / Long.BYTES;
        int fieldsFound = 0;
        begins[0] = 0;
        for (int i = 0; i < whole; i++) {
            long word = all[i];
            long ends = ~((word & LOW) + OVER_BLANK | word) & HIGH;
            while (ends != 0) {
                int place = (i << 3) + (int) (((ends & -ends) >>> 7) * PLACES >>> 56);
                ends &= ends - 1;
                if (text[place] == ' ' && fieldsFound + 1 < begins.length) {
                    begins[++fieldsFound] = place + 1;
                } else {
                    found = fieldsFound;
                    end(place);
                    fieldsFound = found;
                    begins = row.starts;
                }
            }
        }
        found = fieldsFound;
        rest(whole * Long.BYTES);
    }

    private void rest(int from) {
        for (int i = from; i < length; i++) {
            end(i);
        }
        if (line < length) {
            line(length);
        }
    }

    private void end(int place) {
        byte b = bytes[place];
        if (b == ' ') {
            if (++found < row.starts.length) {
                row.starts[found] = place + 1;
            }
        } else if (b == '\n' || b == '\r') {
            if (b == '\r' || place == 0 || bytes[place - 1] != '\r') {
                line(place);
            }
            line = place + 1;
            found = 0;
            row.starts[0] = line;
        }
    }

    private void line(int end) {
        rows.allLines++;
        if (bytes[line] == '#' && end > line) {
            directive();
        } else if (found + 1 == row.fields.size()) {
            row.starts[found + 1] = end + 1;
            row();
        } else if (!isBlank(end)) {
            other(end);
        }
    }

    private boolean isBlank(int end) {
        for (int i = line; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void directive() {
        String text = LogBlocks.line(bytes, line, length);
        LogFields columns = LogBlocks.fields(text).orElse(null);
        LogBlocks.day(text).ifPresent(time::header);
        if (columns != null) {
            use(columns);
            rows.add(LogRows.START, NOWHERE, 0, 0, 0);
        }
    }

    /** Values in quotation marks may have blanks in them: logs of other modules write them so. */
    private void other(int end) {
        int fieldsFound = 0;
        boolean isQuoted = false;
        int place = line;
        while (place < end && fieldsFound <= row.fields.size()) {
            if (place == line || (bytes[place - 1] == ' ' && !isQuoted && bytes[place] != ' ')) {
                row.starts[fieldsFound++] = place;
            }
            isQuoted ^= bytes[place] == '"';
            place++;
        }
        if (fieldsFound == row.fields.size() && fieldsFound > 0) {
            row.starts[fieldsFound] = end + 1;
            row();
        } else {
            rows.skipped++;
        }
    }

    private void row() {
        boolean isTimed = row.fields.time() >= 0 && (row.fields.date() >= 0 || time.hasHeader());
        long when = isTimed ? when() : 0;
        int status = row.fields.status() < 0 ? 0 : (int) row.number(row.fields.status());
        if (when == LogTime.NONE || status < 0) {
            rows.skipped++;
            return;
        }
        rows.read++;
        if (isTimed) {
            rows.first = Math.min(rows.first, when);
            rows.last = Math.max(rows.last, when);
        }
        Place place = origin.isCounted() ? null : places.of();
        if (place != null && isDeaf) {
            rows.undecided.put(place, row.fields);
        } else if (place != null) {
            judge(place, when, status);
        }
    }

    private long when() {
        int date = row.fields.date() < 0 ? -1 : row.starts[row.fields.date()];
        return time.at(date, row.starts[row.fields.time()], row.starts[row.fields.time() + 1] - 1);
    }

    private void judge(Place place, long when, int status) {
        byte kind = LogRows.OTHER;
        long code = 0;
        if (status == 401) {
            long substatus = row.number(row.fields.substatus());
            code = row.number(row.fields.win32());
            if (substatus == 2) {
                kind = LogRows.ANONYMOUS;
            } else if (substatus == 1 && code != NO_CREDENTIALS) {
                kind = LogRows.REFUSED;
            } else if (substatus == 1 && row.isNobody()) {
                kind = LogRows.SYMPTOM;
            }
        } else if (status >= 200 && status < 400 && !row.isNobody()) {
            kind = LogRows.SUCCESS;
        }
        rows.add(kind, place, when, kind == LogRows.OTHER ? 0 : row.client(), code);
    }
}
