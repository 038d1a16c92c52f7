package io.github.iisaudit.fix;

import io.github.iisaudit.fix.Craft.CannotException;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dom4j.Element;

/**
 * The list of providers that an entry stands in, with the Negotiate that is to come before it.
 *
 * @param entries all that the list adds, in its order
 */
record Providers(LocatedElement first, LocatedElement negotiate, List<LocatedElement> entries) {

    static Providers around(LocatedElement first) throws CannotException {
        Element list = first.getParent();
        List<LocatedElement> entries = new ArrayList<>();
        if (list != null) {
            list.elements(first.getName()).forEach(entry -> entries.add((LocatedElement) entry));
        }
        for (LocatedElement entry : entries.subList(entries.indexOf(first) + 1, entries.size())) {
            String value = value(entry).toLowerCase(Locale.ROOT);
            if (value.equals("negotiate") || value.startsWith("negotiate:")) {
                return new Providers(first, entry, entries);
            }
        }
        throw new CannotException("the list is put together from several places");
    }

    private static String value(Element entry) {
        return entry.attributeValue("value", "");
    }

    List<FileSplice> swapped(Workpiece piece) {
        return List.of(piece.instead(first, negotiate), piece.instead(negotiate, first));
    }

    /** The same for a script. */
    Deed deed(String path) {
        List<String> before = entries.stream().map(Providers::value).toList();
        List<String> after = new ArrayList<>(before);
        Collections.swap(after, entries.indexOf(first), entries.indexOf(negotiate));
        return new Deed.OrderProviders(path, before, after);
    }
}
