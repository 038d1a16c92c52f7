package io.github.iisaudit.transform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document: what was not changed as it was written, but for the quotes, references and end tags that are written in
 * one way only; namespaces are declared where they are not in force.
 */
final class TreeWriter {

    /** Beyond that, a further attribute goes to the next line. */
    private static final int LONGEST_LINE = 160;

    private final StringBuilder out = new StringBuilder();
    private final boolean keepsLayout;
    private Map<String, String> namespaces = new HashMap<>();
    private int depth;
    private int lastBreak = -1;
    private int looked;

    private TreeWriter(boolean keepsLayout) {
        this.keepsLayout = keepsLayout;
    }

    /** The text of a document, in which what was added is put in line with what is around it. */
    static String write(Document document) {
        Indenter.indent(document);
        TreeWriter writer = new TreeWriter(true);
        document.children().forEach(writer::write);
        return writer.out.toString();
    }

    /** The text of an element by itself, its tags as short as can be. */
    static String write(Element element) {
        TreeWriter writer = new TreeWriter(false);
        writer.write((Node) element);
        return writer.out.toString();
    }

    private void write(Node node) {
        if (node instanceof Element element) {
            writeElement(element);
        } else if (node instanceof Leaf leaf) {
            writeLeaf(leaf);
        }
    }

    private void writeLeaf(Leaf leaf) {
        switch (leaf.kind()) {
            case TEXT -> out.append(References.written(leaf.text()));
            case CDATA -> out.append("<![CDATA[").append(leaf.text()).append("]]>");
            case COMMENT -> out.append("<!--").append(leaf.text()).append("-->");
            default -> out.append(leaf.text());
        }
    }

    private void writeElement(Element element) {
        Map<String, String> outer = namespaces;
        namespaces = new HashMap<>(outer);
        depth++;
        String prefix = prefix(element.name());
        String name = prefix.isEmpty()
                ? element.name().local()
                : prefix + ":" + element.name().local();
        out.append('<').append(name);
        StringBuilder needed = new StringBuilder();
        declareWritten(element);
        need(prefix, element.name().uri(), needed);
        writeAttributes(element, needed);
        out.append(keepsLayout ? element.layout().beforeEnd() : "").append(needed);
        if (element.isEmptyTag()) {
            out.append(keepsLayout ? "/>" : " />");
        } else {
            out.append('>');
            element.children().forEach(this::write);
            out.append("</").append(name).append('>');
        }
        depth--;
        namespaces = outer;
    }

    /** The prefix that is in force for a namespace, or that of the name itself. */
    private String prefix(Name name) {
        return name.uri().isEmpty() ? "" : known(name.uri(), true).orElse(name.prefix());
    }

    private Optional<String> known(String uri, boolean mayBeDefault) {
        if (mayBeDefault && uri.equals(namespaces.get(""))) {
            return Optional.of("");
        }
        return namespaces.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && entry.getValue().equals(uri))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private void declareWritten(Element element) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.declaresNamespace()) {
                namespaces.put(attribute.declared(), attribute.value());
            }
        }
    }

    /** Declares a namespace where its prefix stands for another one. */
    private void need(String prefix, String uri, StringBuilder needed) {
        if (!prefix.equals("xml") && !namespaces.getOrDefault(prefix, "").equals(uri)) {
            namespaces.put(prefix, uri);
            String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            needed.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(References.quoted(uri))
                    .append('"');
        }
    }

    private void writeAttributes(Element element, StringBuilder needed) {
        if (!keepsLayout) {
            element.attributes().forEach(attribute -> out.append(' ').append(written(attribute, needed)));
            return;
        }
        for (String name : element.layout().order()) {
            Attribute attribute = element.attribute(name);
            if (attribute != null) {
                String written = written(attribute, needed);
                out.append(space(element.layout(), name, written.length())).append(written);
            }
        }
    }

    private String space(TagLayout layout, String name, int length) {
        @Nullable String space = layout.before(name);
        if (space != null) {
            return space;
        }
        int column = out.length() - lastBreak();
        String lineBreak = layout.lineBreak();
        return column + length + 1 > LONGEST_LINE ? lineBreak == null ? "\r\n" : lineBreak : " ";
    }

    /** Looks only at what was written since it was asked for. */
    private int lastBreak() {
        int at = out.length() - 1;
        while (at >= looked && out.charAt(at) != '\n') {
            at--;
        }
        lastBreak = at >= looked ? at : lastBreak;
        looked = out.length();
        return lastBreak;
    }

    private String written(Attribute attribute, StringBuilder needed) {
        return name(attribute.name(), needed) + "=\"" + References.quoted(attribute.value()) + '"';
    }

    /** An attribute that lost its prefix gets one that is in force for its namespace, or a new one. */
    private String name(Name name, StringBuilder needed) {
        if (name.uri().isEmpty() || name.uri().equals(Attribute.XMLNS)) {
            return name.written();
        }
        String prefix = name.prefix().isEmpty() ? known(name.uri(), false).orElseGet(this::newPrefix) : name.prefix();
        need(prefix, name.uri(), needed);
        return prefix + ":" + name.local();
    }

    private String newPrefix() {
        int number = 1;
        while (namespaces.containsKey("d" + depth + "p" + number)) {
            number++;
        }
        return "d" + depth + "p" + number;
    }
}
