package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Place.KernelMode;
import io.github.iisaudit.evidence.Sites.Match;
import io.github.iisaudit.evidence.Sites.Target;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** So many URLs are remembered. */
    private static final int STEMS = 256;

    private final LogOrigin origin;
    private final byte[] bytes;
    private final long[] words;
    private final int length;
    private final LogRows rows = new LogRows();
    private final LogTime time;
    private final Map<Long, Match> sites = new HashMap<>();
    private final long[] stemKeys = new long[STEMS];
    private final @Nullable Place[] stemPlaces = new Place[STEMS];
    private long siteKey;
    private Match site = new Match(null, "");
    private LogFields fields;
    private boolean isDeaf;

    /** Whether all rows are of the site that the folder tells. */
    private boolean isOneSite;

    private int[] starts;
    private int found;
    private int line;

    private RowReader(LogBlock block, LogOrigin origin) {
        this.origin = origin;
        this.bytes = block.bytes();
        this.words = block.words();
        this.length = block.length();
        this.time = new LogTime(bytes, block.day());
        use(block.fields());
        starts = new int[fields.size() + 2];
    }

    static LogRows read(LogBlock block, LogOrigin origin) {
        RowReader reader = new RowReader(block, origin);
        reader.read();
        reader.rows.fields = reader.fields;
        reader.rows.day = reader.time.header();
        return reader.rows;
    }

    private void use(LogFields columns) {
        fields = columns;
        isDeaf = !fields.missing().isEmpty();
        isOneSite = fields.site() < 0 && fields.computer() < 0 && origin.isNumbered();
        siteKey = 0;
        starts = new int[fields.size() + 2];
    }

    /**
     * Every byte that may end a field or a line is one up to the blank; eight are looked at at a time. All that is needed for each is
     * in variables, for fields of this object would be read again.
     */
    private void read() {
        long[] all = words;
        byte[] text = bytes;
        int[] begins = starts;
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
                    begins = starts;
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
            if (++found < starts.length) {
                starts[found] = place + 1;
            }
        } else if (b == '\n' || b == '\r') {
            if (b == '\r' || place == 0 || bytes[place - 1] != '\r') {
                line(place);
            }
            line = place + 1;
            found = 0;
            starts[0] = line;
        }
    }

    private void line(int end) {
        rows.allLines++;
        if (bytes[line] == '#' && end > line) {
            directive();
        } else if (found + 1 == fields.size()) {
            starts[found + 1] = end + 1;
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
        while (place < end && fieldsFound <= fields.size()) {
            if (place == line || (bytes[place - 1] == ' ' && !isQuoted && bytes[place] != ' ')) {
                starts[fieldsFound++] = place;
            }
            isQuoted ^= bytes[place] == '"';
            place++;
        }
        if (fieldsFound == fields.size() && fieldsFound > 0) {
            starts[fieldsFound] = end + 1;
            row();
        } else {
            rows.skipped++;
        }
    }

    private void row() {
        boolean isTimed = fields.time() >= 0 && (fields.date() >= 0 || time.hasHeader());
        long when = isTimed ? when() : 0;
        int status = fields.status() < 0 ? 0 : (int) number(fields.status());
        if (when == LogTime.NONE || status < 0) {
            rows.skipped++;
            return;
        }
        rows.read++;
        if (isTimed) {
            rows.first = Math.min(rows.first, when);
            rows.last = Math.max(rows.last, when);
        }
        Place place = origin.isCounted() ? null : place();
        if (place != null && isDeaf) {
            rows.undecided.put(place, fields);
        } else if (place != null) {
            judge(place, when, status);
        }
    }

    private long when() {
        int date = fields.date() < 0 ? -1 : starts[fields.date()];
        return time.at(date, starts[fields.time()], starts[fields.time() + 1] - 1);
    }

    private void judge(Place place, long when, int status) {
        byte kind = LogRows.OTHER;
        long code = 0;
        if (status == 401) {
            long substatus = number(fields.substatus());
            code = number(fields.win32());
            if (substatus == 2) {
                kind = LogRows.ANONYMOUS;
            } else if (substatus == 1 && code != NO_CREDENTIALS) {
                kind = LogRows.REFUSED;
            } else if (substatus == 1 && isNobody()) {
                kind = LogRows.SYMPTOM;
            }
        } else if (status >= 200 && status < 400 && !isNobody()) {
            kind = LogRows.SUCCESS;
        }
        rows.add(kind, place, when, kind == LogRows.OTHER ? 0 : client(), code);
    }

    private boolean isNobody() {
        int user = starts[fields.user()];
        int to = starts[fields.user() + 1] - 1;
        return to - user == 1 && bytes[user] == '-' || to <= user;
    }

    private long client() {
        long hash = hash(fields.client(), 0);
        return fields.agent() < 0 ? hash : hash(fields.agent(), hash);
    }

    private long hash(int field, long seed) {
        return LogHash.of(bytes, starts[field], starts[field + 1] - 1, seed);
    }

    private long number(int field) {
        int from = starts[field];
        int to = starts[field + 1] - 1;
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || to - from > 12) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from < to ? number : -1;
    }

    private @Nullable Place place() {
        Match match = site();
        if (match.site() == null) {
            rows.unmatched.merge(match.why(), 1, Integer::sum);
            return null;
        }
        if (fields.stem() < 0) {
            return match.site().root();
        }
        Place place = find(match.site());
        if (place == null) {
            rows.unmatched.merge("the site has no application there", 1, Integer::sum);
        }
        return place;
    }

    /** The same few URLs come again and again. */
    private @Nullable Place find(SitePlaces places) {
        long key = hash(fields.stem(), siteKey);
        int slot = (int) (key ^ key >>> 32) & STEMS - 1;
        Place known = stemKeys[slot] == key ? stemPlaces[slot] : null;
        if (known == null) {
            known = places.find(bytes, starts[fields.stem()], starts[fields.stem() + 1] - 1);
            stemKeys[slot] = key;
            stemPlaces[slot] = known;
        }
        return known;
    }

    private Match site() {
        if (isOneSite && siteKey != 0) {
            return site;
        }
        long key = part(fields.site(), 1);
        key = part(fields.computer(), key);
        key = part(fields.host(), key);
        key = part(fields.port(), key);
        key = part(fields.serverIp(), key);
        if (key != siteKey) {
            site = sites.computeIfAbsent(key, k -> lookUp());
            siteKey = key == 0 ? 1 : key;
        }
        return site;
    }

    private long part(int field, long key) {
        return field < 0 ? key * 31 : hash(field, key);
    }

    private Match lookUp() {
        String computer = text(fields.computer());
        String host = text(fields.host());
        int port = host.indexOf(':', host.lastIndexOf(']') + 1);
        String ip = text(fields.serverIp());
        Target target = new Target(
                computer.isEmpty() ? List.of() : List.of(computer),
                port < 0 ? host : host.substring(0, port),
                text(fields.port()),
                ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip);
        return origin.site(text(fields.site()), target);
    }

    /** A value without quotation marks; empty where there is none. */
    private String text(int field) {
        if (field < 0) {
            return "";
        }
        int from = starts[field];
        String text = new String(bytes, from, starts[field + 1] - 1 - from, StandardCharsets.UTF_8).replace("\"", "");
        return text.equals("-") ? "" : text;
    }
}
