package io.github.iisaudit.transform;

import io.github.iisaudit.xml.DocumentType;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a text that is known to be well formed into a document that can be changed, with all its white space. */
final class TreeReader {

    private static final Map<String, String> BUILT_IN = Map.of("xml", "http://www.w3.org/XML/1998/namespace");

    private final SourceText source;
    private final String text;
    private final boolean keepsSpace;
    private Branch open;
    private Map<String, String> namespaces = BUILT_IN;
    private int at;

    private TreeReader(SourceText source, boolean keepsSpace) {
        this.source = source;
        this.text = source.text();
        this.keepsSpace = keepsSpace;
        this.open = new Document(source);
    }

    /**
     * Reads a text.
     *
     * @param keepsSpace whether text of white space alone is kept
     */
    static Document read(SourceText source, boolean keepsSpace) {
        TreeReader reader = new TreeReader(source, keepsSpace);
        while (reader.at < reader.text.length()) {
            reader.readNext();
        }
        return (Document) reader.open;
    }

    private void readNext() {
        if (text.charAt(at) != '<') {
            readText();
        } else if (text.startsWith("<!--", at)) {
            readDelimited(Leaf.Kind.COMMENT, "<!--", "-->");
        } else if (text.startsWith("<![CDATA[", at)) {
            readDelimited(Leaf.Kind.CDATA, "<![CDATA[", "]]>");
        } else if (text.startsWith("<?", at)) {
            addMarkup(text.indexOf("?>", at) + 2);
        } else if (text.startsWith("<!", at)) {
            addMarkup(DocumentType.end(text, at));
        } else if (text.startsWith("</", at)) {
            readEndTag();
        } else {
            readStartTag();
        }
    }

    private void readText() {
        int end = text.indexOf('<', at);
        end = end < 0 ? text.length() : end;
        String raw = text.substring(at, end);
        if (References.areUnknownIn(raw)) {
            addMarkup(end);
            return;
        }
        if (!raw.isBlank() || keepsSpace) {
            Leaf.Kind kind = raw.isBlank() ? Leaf.Kind.SPACE : Leaf.Kind.TEXT;
            open.add(new Leaf(kind, References.resolved(raw), new Span(source, at, end)));
        }
        at = end;
    }

    private void readDelimited(Leaf.Kind kind, String begin, String end) {
        int start = at + begin.length();
        int stop = text.indexOf(end, start);
        open.add(new Leaf(kind, text.substring(start, stop), new Span(source, at, stop + end.length())));
        at = stop + end.length();
    }

    private void addMarkup(int end) {
        open.add(new Leaf(Leaf.Kind.MARKUP, text.substring(at, end), new Span(source, at, end)));
        at = end;
    }

    private void readEndTag() {
        at = text.indexOf('>', at) + 1;
        close((Element) open);
    }

    private void close(Element element) {
        element.endAt(at);
        Branch above = element.parent();
        if (above == null) {
            throw new IllegalStateException("an element outside a document");
        }
        open = above;
        if (element.attributes().stream().anyMatch(Attribute::declaresNamespace)) {
            namespaces = above instanceof Element outer ? withBuiltIn(outer.namespaces()) : BUILT_IN;
        }
    }

    private static Map<String, String> withBuiltIn(Map<String, String> declared) {
        Map<String, String> all = new HashMap<>(BUILT_IN);
        all.putAll(declared);
        return all;
    }

    private void readStartTag() {
        Tag tag = new Tag(source, at);
        at = tag.end();
        declare(tag);
        Element element = new Element(
                resolved(tag.name(), namespaces.getOrDefault("", "")),
                new Span(source, tag.start(), tag.end()),
                false,
                tag.layout());
        tag.attributes().forEach(attribute -> element.add(resolved(attribute)));
        if (tag.isEmpty()) {
            element.setEmptyTag();
        }
        open.add(element);
        open = element;
        if (tag.isEmpty()) {
            close(element);
        }
    }

    private void declare(Tag tag) {
        for (Attribute attribute : tag.attributes()) {
            if (attribute.declaresNamespace()) {
                namespaces = new HashMap<>(namespaces);
                namespaces.put(attribute.declared(), attribute.value());
            }
        }
    }

    private Attribute resolved(Attribute attribute) {
        return attribute.declaresNamespace() ? attribute : attribute.withName(resolved(attribute.name(), ""));
    }

    /** @param plain the namespace of a name without a prefix */
    private Name resolved(Name name, @Nullable String plain) {
        String uri = name.prefix().isEmpty() ? plain : namespaces.get(name.prefix());
        return new Name(name.prefix(), name.local(), uri == null ? "" : uri);
    }
}
