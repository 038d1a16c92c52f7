package io.github.iisaudit.fix;

import io.github.iisaudit.config.HostEdit;
import io.github.iisaudit.fix.Craft.CannotException;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** Says what a section of a web.config says in location tags of applicationHost.config. */
final class Move {

    private final Shop shop;
    private final Craft craft;

    Move(Shop shop, Craft craft) {
        this.shop = shop;
        this.craft = craft;
    }

    /** @param paths all that the section holds for */
    List<FileSplice> toHost(LocatedElement section, List<String> paths) throws CannotException {
        if (!section.elements().isEmpty()) {
            throw new CannotException("it holds a list: what the list above it has must be known first");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : section.attributes()) {
            if (!attribute
                    .getValue()
                    .equals(((LocatedAttribute) attribute).valueSpan().text())) {
                throw new CannotException("it holds a value that is not shown, or written with references");
            }
            attributes.put(attribute.getName(), attribute.getValue());
        }
        if (attributes.isEmpty()) {
            return List.of();
        }
        HostEdit edit = HostEdit.of(shop.configuration())
                .orElseThrow(() -> new CannotException("applicationHost.config could not be read"));
        for (String path : tops(paths)) {
            edit.set(path, name(section), attributes);
        }
        return laidOut(edit);
    }

    /** The same, laid out as the file is. */
    List<FileSplice> laidOut(HostEdit edit) throws CannotException {
        Layout layout = craft.piece(edit.path()).layout();
        List<FileSplice> splices = new ArrayList<>();
        edit.splices().forEach(it -> splices.add(new FileSplice(edit.path(), layout.of(it))));
        return splices;
    }

    private static String name(Element section) {
        StringBuilder name = new StringBuilder(section.getName());
        for (Element e = section.getParent(); e.getParent() != null; e = e.getParent()) {
            if (!e.getName().equals("location")) {
                name.insert(0, e.getName() + "/");
            }
        }
        return name.toString();
    }

    /** The paths that lie below no other one of them. */
    private static List<String> tops(List<String> paths) {
        Set<String> known = new HashSet<>();
        paths.forEach(path -> known.add(path.toLowerCase(Locale.ROOT)));
        List<String> tops = new ArrayList<>();
        for (String path : paths) {
            if (!isBelow(path.toLowerCase(Locale.ROOT), known)) {
                tops.add(path);
            }
        }
        return tops;
    }

    private static boolean isBelow(String path, Set<String> known) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (known.contains(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }
}
