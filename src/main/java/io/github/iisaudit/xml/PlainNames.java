package io.github.iisaudit.xml;

import org.dom4j.Namespace;
import org.dom4j.QName;
import org.jspecify.annotations.Nullable;

/** The names in one text, each made once; found by their characters, so that no text is made to look them up. */
final class PlainNames {

    private final PlainText text;
    private @Nullable QName[] known = new QName[128];
    private int count;

    PlainNames(PlainText text) {
        this.text = text;
    }

    /** The name between two offsets, in a default namespace or, where that is empty, in none. Equal names are the same. */
    QName of(int start, int end, String namespace) {
        String uri = namespace.equals(TreeBuilder.NET_CONFIGURATION) ? "" : namespace;
        int slot = (31 * text.hash(start, end) + uri.hashCode()) & (known.length - 1);
        for (QName there = known[slot]; there != null; there = known[slot]) {
            if (text.says(there.getName(), start, end)
                    && there.getNamespaceURI().equals(uri)) {
                return there;
            }
            slot = (slot + 1) & (known.length - 1);
        }
        String name = text.part(start, end);
        QName made = uri.isEmpty() ? Names.of(name) : new QName(name, new Namespace("", uri));
        known[slot] = made;
        count++;
        growIfFull();
        return made;
    }

    private void growIfFull() {
        if (count > known.length / 2) {
            @Nullable QName[] all = known;
            known = new QName[all.length * 4];
            for (QName name : all) {
                if (name != null) {
                    known[slot(name)] = name;
                }
            }
        }
    }

    /** Where one belongs that is not there. */
    private int slot(QName name) {
        int slot = (31 * name.getName().hashCode() + name.getNamespaceURI().hashCode()) & (known.length - 1);
        while (known[slot] != null) {
            slot = (slot + 1) & (known.length - 1);
        }
        return slot;
    }
}
