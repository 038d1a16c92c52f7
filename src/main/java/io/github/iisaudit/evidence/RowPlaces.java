package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Sites.Match;
import io.github.iisaudit.evidence.Sites.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the rows of a block belong; sites and URLs that come again are remembered. */
final class RowPlaces {

    /** So many URLs are remembered. */
    private static final int STEMS = 256;

    private final LogOrigin origin;
    private final byte[] bytes;
    private final Row row;

    /** Rows of sites that nobody knows, by the reason. */
    private final Map<String, Integer> unmatched;

    private final Map<Long, Match> sites = new HashMap<>();
    private final long[] stemKeys = new long[STEMS];
    private final @Nullable Place[] stemPlaces = new Place[STEMS];
    private long siteKey;
    private Match site = new Match(null, "");

    /** Whether all rows are of the site that the folder tells. */
    private boolean isOneSite;

    RowPlaces(LogOrigin origin, byte[] bytes, Row row, Map<String, Integer> unmatched) {
        this.origin = origin;
        this.bytes = bytes;
        this.row = row;
        this.unmatched = unmatched;
        useColumns();
    }

    /** Goes on with the columns that the row has now. */
    void useColumns() {
        isOneSite = row.fields.site() < 0 && row.fields.computer() < 0 && origin.isNumbered();
        siteKey = 0;
    }

    /** The place of the row; null where it is not known, which is counted. */
    @Nullable
    Place of() {
        Match match = site();
        if (match.site() == null) {
            unmatched.merge(match.why(), 1, Integer::sum);
            return null;
        }
        if (row.fields.stem() < 0) {
            return match.site().root();
        }
        Place place = find(match.site());
        if (place == null) {
            unmatched.merge("the site has no application there", 1, Integer::sum);
        }
        return place;
    }

    /** The same few URLs come again and again. */
    private @Nullable Place find(SitePlaces places) {
        long key = row.hash(row.fields.stem(), siteKey);
        int slot = (int) (key ^ key >>> 32) & STEMS - 1;
        Place known = stemKeys[slot] == key ? stemPlaces[slot] : null;
        if (known == null) {
            known = places.find(bytes, row.starts[row.fields.stem()], row.starts[row.fields.stem() + 1] - 1);
            stemKeys[slot] = key;
            stemPlaces[slot] = known;
        }
        return known;
    }

    private Match site() {
        if (isOneSite && siteKey != 0) {
            return site;
        }
        long key = part(row.fields.site(), 1);
        key = part(row.fields.computer(), key);
        key = part(row.fields.host(), key);
        key = part(row.fields.port(), key);
        key = part(row.fields.serverIp(), key);
        if (key != siteKey) {
            site = sites.computeIfAbsent(key, k -> lookUp());
            siteKey = key == 0 ? 1 : key;
        }
        return site;
    }

    private long part(int field, long key) {
        return field < 0 ? key * 31 : row.hash(field, key);
    }

    private Match lookUp() {
        String computer = row.text(row.fields.computer());
        String host = row.text(row.fields.host());
        int port = host.indexOf(':', host.lastIndexOf(']') + 1);
        String ip = row.text(row.fields.serverIp());
        Target target = new Target(
                computer.isEmpty() ? List.of() : List.of(computer),
                port < 0 ? host : host.substring(0, port),
                row.text(row.fields.port()),
                ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip);
        return origin.site(row.text(row.fields.site()), target);
    }
}
