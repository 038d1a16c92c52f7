package io.github.iisaudit.config;

import io.github.iisaudit.source.ProgramFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products that the program knows, of {@code products.txt}, which cites a source for each name. Immutable. */
public final class Products {

    private static final String FILE = "/io/github/iisaudit/config/products.txt";

    private static final char ANY = '*';
    private static final char DIGITS = '#';

    private final List<Product> all;
    private final Map<String, Product> byPool = new HashMap<>();
    private final Map<String, Product> bySite = new HashMap<>();
    private final Map<String, Product> byApplication = new HashMap<>();

    /** Applications and pools whose names are made at installation. */
    private final Map<String, Product> patterns = new HashMap<>();

    Products(List<Product> all) {
        this.all = List.copyOf(all);
        for (Product product : all) {
            product.pools().forEach(pool -> add(byPool, pool, product));
            product.sites().forEach(site -> add(bySite, site, product));
            product.paths().forEach(path -> add(byApplication, "/" + path, product));
        }
    }

    private void add(Map<String, Product> names, String name, Product product) {
        boolean isPattern = name.indexOf(ANY) >= 0 || name.indexOf(DIGITS) >= 0;
        (isPattern ? patterns : names).put(name.toLowerCase(Locale.ROOT), product);
    }

    /** Those of the program. */
    public static Products builtIn() {
        return BuiltIn.PRODUCTS;
    }

    /** All there are, in the order of the file. */
    public List<Product> all() {
        return all;
    }

    /**
     * The product that owns a configuration path; null where none is known to.
     *
     * @param pool the name of the application pool that serves it
     */
    public @Nullable Product owner(String path, String pool) {
        String key = path.toLowerCase(Locale.ROOT);
        int slash = key.indexOf('/');
        Product owner = found(byPool, pool.toLowerCase(Locale.ROOT));
        if (owner == null && !key.isEmpty()) {
            owner = found(bySite, slash < 0 ? key : key.substring(0, slash));
        }
        for (int end = slash; owner == null && end >= 0; ) {
            int next = key.indexOf('/', end + 1);
            owner = found(byApplication, key.substring(slash, next < 0 ? key.length() : next));
            end = next;
        }
        return owner;
    }

    private @Nullable Product found(Map<String, Product> names, String name) {
        Product known = names.get(name);
        if (known == null && !name.isEmpty()) {
            for (Map.Entry<String, Product> pattern : patterns.entrySet()) {
                if (matches(pattern.getKey(), name)) {
                    return pattern.getValue();
                }
            }
        }
        return known;
    }

    /** A pattern has one mark. */
    private static boolean matches(String pattern, String name) {
        int mark = Math.max(pattern.indexOf(ANY), pattern.indexOf(DIGITS));
        int tail = pattern.length() - mark - 1;
        int end = name.length() - tail;
        if (end <= mark
                || !name.regionMatches(end, pattern, mark + 1, tail)
                || !name.regionMatches(0, pattern, 0, mark)) {
            return false;
        }
        for (int i = mark; i < end; i++) {
            char c = name.charAt(i);
            if (pattern.charAt(mark) == DIGITS ? c < '0' || c > '9' : c == '/') {
                return false;
            }
        }
        return true;
    }

    /** Reads entries, each a block of lines {@code key value} that begins with a product's name. */
    static Products read(String entries) {
        String text = entries + "\n";
        List<Product> all = new ArrayList<>();
        Map<String, List<String>> values = new HashMap<>();
        // No regular expressions: the first finding would wait for those of Java to be set up.
        for (int start = 0, end = 0; end >= 0; start = end + 1) {
            end = text.indexOf('\n', start);
            String line = text.substring(start, Math.max(start, end)).strip();
            int blank = line.indexOf(' ');
            if (line.isEmpty() && !values.isEmpty()) {
                all.add(product(values));
                values.clear();
            } else if (blank > 0 && line.charAt(0) != ';') {
                values.computeIfAbsent(line.substring(0, blank), k -> new ArrayList<>())
                        .add(line.substring(blank + 1));
            }
        }
        return new Products(all);
    }

    private static Product product(Map<String, List<String>> values) {
        return new Product(
                of(values, "product").get(0),
                of(values, "setting").get(0),
                of(values, "page").get(0),
                of(values, "pool"),
                of(values, "site"),
                of(values, "path"),
                of(values, "default"),
                of(values, "yours"),
                of(values, "source"));
    }

    private static List<String> of(Map<String, List<String>> values, String key) {
        return List.copyOf(values.getOrDefault(key, List.of()));
    }

    private static final class BuiltIn {

        static final Products PRODUCTS =
                read(new String(ProgramFile.bytes(FILE).orElseThrow(), StandardCharsets.UTF_8));
    }
}
