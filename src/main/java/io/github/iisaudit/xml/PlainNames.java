package io.github.iisaudit.xml;

import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;

/** The names in one text, each made once; found by their characters, so that no text is made to look them up. */
final class PlainNames {

    private final String text;
    private @Nullable QName[] known = new QName[32];
    private int count;

    PlainNames(String text) {
        this.text = text;
    }

    /** The name between two offsets, in a default namespace or, where that is empty, in none. Equal names are the same. */
    QName of(int start, int end, String namespace) {
        String uri = namespace.equals(TreeBuilder.NET_CONFIGURATION) ? "" : namespace;
        int slot = slot(text, start, end, uri);
        QName found = known[slot];
        if (found == null) {
            String name = text.substring(start, end);
            found = uri.isEmpty() ? Names.of(name) : new QName(name, new Namespace("", uri));
            known[slot] = found;
            count++;
            growIfFull();
        }
        return found;
    }

    /** Where a name is, or where it belongs. */
    private int slot(String in, int start, int end, String uri) {
        int hash = uri.hashCode();
        for (int i = start; i < end; i++) {
            hash = 31 * hash + in.charAt(i);
        }
        int slot = (hash ^ hash >>> 15) & (known.length - 1);
        for (QName there = known[slot]; there != null; there = known[slot]) {
            String name = there.getName();
            if (name.length() == end - start
                    && in.startsWith(name, start)
                    && there.getNamespaceURI().equals(uri)) {
                return slot;
            }
            slot = (slot + 1) & (known.length - 1);
        }
        return slot;
    }

    private void growIfFull() {
        if (count > known.length / 2) {
            @Nullable QName[] all = known;
            known = new QName[all.length * 4];
            for (QName name : all) {
                if (name != null) {
                    known[slot(name.getName(), 0, name.getName().length(), name.getNamespaceURI())] = name;
                }
            }
        }
    }
}
