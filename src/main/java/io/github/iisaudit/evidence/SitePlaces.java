package io.github.iisaudit.evidence;

import io.github.iisaudit.config.Site;
import io.github.iisaudit.evidence.Place.KernelMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The places of one site of one server: a URL belongs to the longest path that it lies at or below, whatever its case. Complete before
 * it is asked; then safe for use by several threads.
 */
final class SitePlaces {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final String server;
    private final Site site;

    /** By the hash of the path below the site, at the next free slot from its own on; half of the slots are free. */
    private long[] keys = new long[64];

    private @Nullable Place[] places = new Place[64];
    private int size;
    private int deepest;
    private @Nullable Place root;

    SitePlaces(String server, Site site) {
        this.server = server;
        this.site = site;
    }

    /** A site of which nothing but a name is known. */
    static SitePlaces unknown(String name) {
        SitePlaces places = new SitePlaces("", new Site(name, "", List.of()));
        places.add("", new Place(new ApplicationEvidence("", name, KernelMode.UNKNOWN), KernelMode.UNKNOWN));
        return places;
    }

    /** The place of the site itself; null where it has no application. */
    @Nullable
    Place root() {
        return root;
    }

    String server() {
        return server;
    }

    Site site() {
        return site;
    }

    /** @param below the path below the site, without slashes at its ends; empty for the site itself */
    void add(String below, Place place) {
        if (below.isEmpty()) {
            root = place;
            return;
        }
        byte[] key = folded(below);
        long hash = BASIS;
        int depth = 1;
        for (byte b : key) {
            hash = (hash ^ b) * PRIME;
            depth += b == '/' ? 1 : 0;
        }
        put(hash, place);
        deepest = Math.max(deepest, depth);
    }

    private void put(long hash, Place place) {
        if (size * 2 >= keys.length) {
            long[] oldKeys = keys;
            @Nullable Place[] oldPlaces = places;
            keys = new long[keys.length * 4];
            places = new Place[keys.length];
            size = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                Place old = oldPlaces[i];
                if (old != null) {
                    put(oldKeys[i], old);
                }
            }
        }
        int slot = slot(hash);
        size += places[slot] == null ? 1 : 0;
        keys[slot] = hash;
        places[slot] = place;
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ hash >>> 32) & keys.length - 1;
        while (places[slot] != null && keys[slot] != hash) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** The place of a URL's path, as a log writes it; null where the site has no application for it. */
    @Nullable
    Place find(byte[] bytes, int from, int to) {
        Place found = root;
        long hash = BASIS;
        int depth = 0;
        int start = from < to && bytes[from] == '/' ? from + 1 : from;
        for (int i = start; depth < deepest && i <= to; i++) {
            byte b = i < to ? bytes[i] : (byte) '/';
            if (b == '/' || b == '\\') {
                Place place = places[slot(hash)];
                found = place == null ? found : place;
                depth++;
                b = '/';
            } else if (b == '%' || b < 0) {
                return find(folded(decoded(new String(bytes, start, to - start, StandardCharsets.UTF_8))));
            } else if (b >= 'A' && b <= 'Z') {
                b += 'a' - 'A';
            }
            hash = (hash ^ b) * PRIME;
        }
        return found;
    }

    private @Nullable Place find(byte[] key) {
        Place found = root;
        long hash = BASIS;
        for (int i = 0; i <= key.length; i++) {
            byte b = i < key.length ? key[i] : (byte) '/';
            Place place = b == '/' ? places[slot(hash)] : null;
            found = place == null ? found : place;
            hash = (hash ^ b) * PRIME;
        }
        return found;
    }

    /** The same for a path of a URL. */
    @Nullable
    Place find(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /** As logs write it: a blank is a plus. */
    private static byte[] folded(String path) {
        return path.toLowerCase(Locale.ROOT).replace(' ', '+').getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
