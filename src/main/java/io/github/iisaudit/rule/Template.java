package io.github.iisaudit.rule;

import io.github.iisaudit.rule.Wording.Gap;
import io.github.iisaudit.xml.OneLine;
import io.github.iisaudit.xml.Quoting;
import io.github.iisaudit.xpath.Compiled;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.InvalidXPathException;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with XPaths in braces: {@code pool {/scope/applicationPool/@name}}. <code>{{</code> and <code>}}</code>
 * stand for the braces themselves. What an XPath gives within a command is one word of it, with its quotes, or the command is
 * left out. Immutable and safe for use by several threads.
 */
public final class Template {

    private static final Gap[] NO_GAPS = {};

    static final Template EMPTY = new Template(List.of());

    /** A stretch of text, or an XPath where there is one. */
    record Part(String text, @Nullable SafeXPath xpath) {}

    /** A stretch of a template: text for people, or a command whose holes are quoted words. */
    record Stretch(String template, @Nullable Quoting quoting) {}

    private static final Part BOUNDARY = new Part(String.valueOf(Quoting.BOUNDARY), null);

    /** Where the build has left it in compiled form; null where it was read here. */
    private final @Nullable Compiled source;

    private final int offset;
    private volatile @Nullable List<Part> parts;

    /** The sentence where it is the same for every node, once it was asked for. */
    private volatile @Nullable String constant;

    private volatile Gap @Nullable [] gaps;

    private Template(@Nullable List<Part> parts, @Nullable Compiled source, int offset) {
        this.parts = parts;
        this.source = source;
        this.offset = offset;
    }

    private Template(List<Part> parts) {
        this(List.copyOf(parts), null, 0);
    }

    /** A template of the program's own rules, which the build has taken apart: it is read when it is first rendered. */
    static Template compiled(Compiled source, Compiled.Cursor at) {
        Template template = new Template(null, source, at.offset());
        at.skip();
        return template;
    }

    private static List<Part> read(Compiled.Cursor in) {
        in.number();
        Part[] parts = new Part[in.number()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = in.number() == 0 ? new Part(in.string(), null) : new Part("", in.xpath());
        }
        return List.of(parts);
    }

    /** Texts and XPaths in their order. */
    List<Part> parts() {
        List<Part> read = parts;
        if (read == null) {
            read = read(Objects.requireNonNull(source).at(offset));
            parts = read;
        }
        return read;
    }

    /** The sentence where no XPath is in it, else null. */
    private @Nullable String constant() {
        String known = constant;
        if (known != null) {
            return known;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts()) {
            if (part.xpath() != null) {
                return null;
            }
            text.append(part.text());
        }
        known = source == null ? OneLine.of(text.toString()) : text.toString();
        constant = known;
        return known;
    }

    /**
     * Reads a template.
     *
     * @throws InvalidXPathException if a brace has no partner or what it holds is no XPath
     */
    public static Template compile(String template) throws InvalidXPathException {
        return new Template(TemplateReader.parts(template, null));
    }

    /** Reads a template of several stretches. */
    static Template compile(List<Stretch> stretches) throws InvalidXPathException {
        List<Part> parts = new ArrayList<>();
        for (Stretch stretch : stretches) {
            List<Part> read = TemplateReader.parts(stretch.template(), stretch.quoting());
            boolean isMarked = stretch.quoting() != null && read.size() > 1;
            if (isMarked) {
                parts.add(BOUNDARY);
            }
            parts.addAll(read);
            if (isMarked) {
                parts.add(BOUNDARY);
            }
        }
        return new Template(parts);
    }

    /** The XPaths in it, in their order. */
    List<SafeXPath> xpaths() {
        List<SafeXPath> xpaths = new ArrayList<>();
        for (Part part : parts()) {
            if (part.xpath() != null) {
                xpaths.add(part.xpath());
            }
        }
        return xpaths;
    }

    /** Whether it says nothing for any node. */
    public boolean isEmpty() {
        String sentence = constant();
        return sentence != null && sentence.isEmpty();
    }

    /** The sentence for a node: on one line, with single blanks. */
    public String render(Node from) {
        return render(from, Focus.alone());
    }

    String render(Node from, Focus focus) {
        String sentence = constant();
        if (sentence != null) {
            return sentence;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts()) {
            text.append(part.xpath() == null ? part.text() : part.xpath().string(from, focus));
        }
        return OneLine.of(Quoting.settled(text.toString()));
    }

    /** The sentence for a node, with gaps for server and path if the focus wants that. */
    Wording wording(Node from, Focus focus) {
        Gap[] gaps = focus.leavesGaps() ? gaps() : NO_GAPS;
        if (gaps.length == 0) {
            return Wording.of(render(from, focus));
        }
        Wording.Parts wording = new Wording.Parts();
        List<Part> all = parts();
        for (int i = 0; i < gaps.length; i++) {
            SafeXPath xpath = all.get(i).xpath();
            switch (gaps[i]) {
                case NONE -> wording.add(xpath == null ? all.get(i).text() : xpath.string(from, focus));
                case COMPUTER -> wording.addAccount(xpath, focus);
                default -> wording.add(gaps[i]);
            }
        }
        return wording.wording();
    }

    /** What each part leaves open; empty where none does. */
    private Gap[] gaps() {
        Gap[] known = gaps;
        if (known == null) {
            List<Part> all = parts();
            known = new Gap[all.size()];
            boolean isAny = false;
            for (int i = 0; i < known.length; i++) {
                SafeXPath xpath = all.get(i).xpath();
                known[i] = xpath == null ? Gap.NONE : Gap.of(xpath);
                isAny |= known[i] != Gap.NONE;
            }
            known = isAny ? known : NO_GAPS;
            gaps = known;
        }
        return known;
    }
}
