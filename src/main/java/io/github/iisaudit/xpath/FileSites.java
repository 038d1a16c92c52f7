package io.github.iisaudit.xpath;

import io.github.iisaudit.config.ConfigPath;
import io.github.iisaudit.config.WrittenFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The sites that a written file lies in, and those that it has, and the kind of its host. Looked up when first asked for. Not safe for use by several threads.
 */
public final class FileSites {

    private final Element root;
    private final List<String> paths;
    private final String host;
    private @Nullable Set<String> names;
    private boolean isAsked;

    private FileSites(Element root, List<String> paths, String host) {
        this.root = root;
        this.paths = paths;
        this.host = host;
    }

    /** Those of a file; where its server, and so the name of the site around it, is only assumed, it lies in none. */
    public static FileSites of(WrittenFile file) {
        return new FileSites(file.root(), file.isAssumed() ? List.of() : file.paths(), file.host());
    }

    /** Those of a tree that lies nobody knows where. */
    static FileSites of(Element root) {
        return new FileSites(root, List.of(), "real");
    }

    /** Whether the file lies in the site of a name, ignoring case. */
    boolean lieIn(String site) {
        isAsked = true;
        if (site.isEmpty()) {
            return false;
        }
        for (String path : paths) {
            if (ConfigPath.site(path).equalsIgnoreCase(site)) {
                return true;
            }
        }
        return false;
    }

    String host() {
        return host;
    }

    /** Whether somebody has asked where the file lies, so that the file alone does not tell what they found. */
    public boolean isAsked() {
        return isAsked;
    }

    /** Asks anew. */
    public void forgetAsking() {
        isAsked = false;
    }

    /** Whether the file is an applicationHost.config that has the site of a name, ignoring case. */
    boolean have(String site) {
        Set<String> known = names;
        if (known == null) {
            known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            collect(root, known);
            for (Element location : root.elements("location")) {
                collect(location, known);
            }
            names = known;
        }
        return known.contains(site);
    }

    private static void collect(Element around, Set<String> names) {
        for (Element group : around.elements("system.applicationHost")) {
            for (Element sites : group.elements("sites")) {
                for (Element site : sites.elements("site")) {
                    String name = site.attributeValue("name");
                    if (name != null) {
                        names.add(name);
                    }
                }
            }
        }
    }
}
