package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** The document of a configuration path as rules see it, written down for those who write rules. */
public final class ScopeXml {

    /** What a scope holds beside sections. */
    private static final Set<String> SURROUNDINGS =
            Set.of("site", "application", "virtualDirectory", "applicationPool");

    private static final char FIRST_NOT_ASCII = 0x80;

    private final Set<String> wanted;
    private final StringBuilder text = new StringBuilder();

    private ScopeXml(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * The document with an element on each line and attributes in their order, without an XML declaration.
     *
     * @param sections what to show of it; all sections mean everything, the errors of other sections too
     * @param indent what every line begins with
     */
    public static String of(Scope scope, List<EffectiveSection> sections, String indent) {
        boolean isAll = sections.size() == scope.sections().size();
        Set<String> wanted = isAll
                ? Set.of("")
                : sections.stream().map(EffectiveSection::name).collect(Collectors.toSet());
        ScopeXml xml = new ScopeXml(wanted);
        xml.element(scope.document(), "", indent);
        return xml.text.toString();
    }

    private void element(Element element, String path, String indent) {
        String name = element.getQualifiedName();
        text.append(indent).append('<').append(name);
        for (Attribute attribute : element.attributes()) {
            text.append(' ').append(attribute.getQualifiedName()).append("=\"");
            attribute.getValue().codePoints().forEach(this::escaped);
            text.append('"');
        }
        String above = path.isEmpty() ? "" : path + "/";
        List<Element> children = element.elements().stream()
                .filter(child -> isWanted(above + child.getName()))
                .toList();
        if (children.isEmpty()) {
            text.append("/>\n");
            return;
        }
        text.append(">\n");
        children.forEach(child -> element(child, above + child.getName(), indent + "  "));
        text.append(indent).append("</").append(name).append(">\n");
    }

    /** Whether an element is, holds or lies in something that is to be shown. */
    private boolean isWanted(String path) {
        int slash = path.indexOf('/');
        return SURROUNDINGS.contains(slash < 0 ? path : path.substring(0, slash))
                || wanted.stream()
                        .anyMatch(section -> section.isEmpty()
                                || (section + "/").startsWith(path + "/")
                                || (path + "/").startsWith(section + "/"));
    }

    /** Two number signs begin what build services obey; they pass over what has no width between them. */
    private boolean isObeyed(int c, int type) {
        char before = text.charAt(text.length() - 1);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c == '#' && (before == '#' || before >= FIRST_NOT_ASCII));
    }

    /** Whatever a terminal or a build service would obey, and a parser would not take as it stands, is written by its number. */
    private void escaped(int c) {
        switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> {
                int type = Character.getType(c);
                if (type == Character.SURROGATE || (c < ' ' && "\t\n\r".indexOf(c) < 0)) {
                    text.append('\uFFFD');
                } else if (isObeyed(c, type)) {
                    text.append("&#").append(c).append(';');
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }
}
