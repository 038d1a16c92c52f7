package io.github.iisaudit.transform;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.Parameters;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.UnreadableXmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a Web Deploy package, written into the files that they are for. What is not known to be so is told and left out.
 *
 * @see <a href="https://learn.microsoft.com/iis/publish/using-web-deploy/web-deploy-parameterization">Web Deploy parameterization</a>
 */
public final class PackageParameters {

    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]+)\\}");

    /** References within references, which may lead round. */
    private static final int DEEPEST = 8;

    /** And within all of one value, each of which may have several. */
    private static final int MOST_REFERENCES = 1000;

    /** So many looks at a path take as long as to find out whether an entry is for a file. */
    private static final int LOOKS = 10;

    /** So many characters of a value take as long as a look at a node. */
    private static final int CHARACTERS = 16;

    /** @param entries what it is written into */
    private record Declared(Element element, List<Entry> entries) {}

    /** A place in files. Its scope is read when the first file asks for it. */
    private static final class Entry {

        final Element element;
        private @Nullable Scope scope;

        Entry(Element element) {
            this.element = element;
        }

        boolean holds(String path, PatientText.Looks looks) {
            Scope known = scope;
            if (known == null) {
                known = Scope.of(element.attribute("scope"));
                scope = known;
            }
            return known.holds(path, looks);
        }
    }

    /** A value and who gave it. */
    private record Value(String text, Span place, int start) {}

    private final Map<String, Declared> declared = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Value> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<UnreadableXmlException> broken = new ArrayList<>();
    private int references;

    /** Of all scopes together. */
    private final PatientText.Looks patience = new PatientText.Looks();

    private PackageParameters() {}

    /** The files of one package have the same, one after the other. */
    private record Last(Parameters parameters, PackageParameters read) {

        /** Each file has a record of its own, with the same lists in it. */
        boolean isOf(Parameters others) {
            return parameters.declarations() == others.declarations()
                    && parameters.settings() == others.settings()
                    && parameters.typed() == others.typed();
        }
    }

    private static final ThreadLocal<Last> LAST = new ThreadLocal<>();

    /** The names of the parameters that a package declares; those that can be read. */
    public static List<String> names(Parameters parameters) {
        return new ArrayList<>(read(new Parameters(parameters.declarations(), List.of(), Map.of()))
                .declared
                .keySet());
    }

    /** Those of a package. */
    static PackageParameters of(Parameters parameters) {
        Last last = LAST.get();
        if (last == null || !last.isOf(parameters)) {
            last = new Last(parameters, read(parameters));
            LAST.set(last);
        }
        return last.read();
    }

    private static PackageParameters read(Parameters parameters) {
        PackageParameters all = new PackageParameters();
        parameters
                .declarations()
                .forEach(file -> all.elements(file, "parameter").forEach(all::declare));
        parameters.settings().forEach(file -> all.elements(file, "setParameter").forEach(all::set));
        parameters.typed().forEach(all::type);
        return all;
    }

    private List<Element> elements(ConfigFile file, String name) {
        try {
            Element root = TreeReader.read(Draft.XML.text(file.path(), file.bytes()), false)
                    .root();
            List<Element> elements = new ArrayList<>(root == null ? List.of() : root.elements());
            elements.removeIf(element -> !element.name().local().equals(name));
            return elements;
        } catch (UnreadableXmlException e) {
            broken.add(e);
            return List.of();
        }
    }

    private void declare(Element element) {
        Attribute name = element.attribute("name");
        if (name == null || declared.containsKey(name.value())) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (Element entry : element.elements()) {
            if (entry.name().local().equals("parameterEntry")) {
                entries.add(new Entry(entry));
            }
        }
        declared.put(name.value(), new Declared(element, entries));
        Attribute value = element.attribute("defaultValue");
        if (value != null) {
            values.put(name.value(), new Value(value.value(), value.place(), value.valueStart()));
        }
    }

    private void set(Element element) {
        Attribute name = element.attribute("name");
        Attribute value = element.attribute("value");
        if (name == null || value == null) {
            return;
        }
        if (declared.containsKey(name.value())) {
            values.put(name.value(), new Value(value.value(), value.place(), value.valueStart()));
        } else {
            broken.add(UnreadableXmlException.ofUse(
                    "no parameter of the package is called " + name.value(), name.place()));
        }
    }

    /** A value that was typed has its place where the parameter is declared. */
    private void type(String name, String value) {
        Declared parameter = declared.get(name);
        if (parameter != null) {
            Span place = parameter.element().place();
            values.put(name, new Value(value, place, place.start()));
        }
    }

    /**
     * Writes them into a file.
     *
     * @param faults gets what is wrong with them
     */
    void apply(Document document, String path, List<UnreadableXmlException> faults) {
        faults.addAll(broken);
        declared.forEach((name, parameter) -> {
            for (Entry entry : parameter.entries()) {
                if (document.isExhausted() || patience.isSpent()) {
                    return;
                }
                try {
                    apply(document, selected(document, path, entry), name);
                } catch (TransformException e) {
                    faults.add(UnreadableXmlException.ofUse(e.text(), e.place().orElse(entry.element.place())));
                }
            }
        });
        if (patience.isSpent()) {
            faults.add(UnreadableXmlException.ofUse(
                    "the scopes of the parameters take too long, so it is not known what a deployment writes",
                    new Span(document.source(), 0, 0)));
        }
    }

    private void apply(Document document, List<Object> nodes, String name) {
        if (nodes.isEmpty()) {
            return;
        }
        Value value = values.get(name);
        if (value == null) {
            throw new TransformException("the parameter " + name
                    + " has no value, and a deployment asks for one: --parameter NAME=VALUE gives it");
        }
        references = 0;
        Value written = resolved(value, 0);
        document.count(nodes.size() + written.text().length() / CHARACTERS);
        nodes.forEach(node -> write(node, written));
    }

    private Value resolved(Value value, int depth) {
        if (++references > MOST_REFERENCES) {
            throw new TransformException(
                    "values that refer to each other more than " + MOST_REFERENCES + " times", value.place());
        }
        Matcher reference = REFERENCE.matcher(value.text());
        String text = depth == DEEPEST
                ? value.text()
                : Growth.replaced(reference, found -> {
                    Value other = values.get(found.group(1));
                    return other == null
                            ? found.group()
                            : resolved(other, depth + 1).text();
                });
        return new Value(text, value.place(), value.start());
    }

    /** What an entry is about in a file. */
    private List<Object> selected(Document document, String path, Entry entry) {
        patience.take(LOOKS);
        Attribute match = entry.element.attribute("match");
        if (!isXmlFile(entry.element) || match == null || !entry.holds(path, patience)) {
            return List.of();
        }
        try {
            return Paths.select(match.value(), document, Map.of());
        } catch (TransformException e) {
            throw e.at(match.place());
        }
    }

    /** Older packages call the kind a type. */
    private static boolean isXmlFile(Element entry) {
        Attribute kind = Optional.ofNullable(entry.attribute("kind")).orElse(entry.attribute("type"));
        return kind != null && kind.value().equalsIgnoreCase("XmlFile");
    }

    private static void write(Object node, Value value) {
        if (node instanceof TreeNavigator.Held held) {
            Attribute old = held.attribute();
            Attribute written = new Attribute(old.name(), value.text(), value.place(), value.start(), Optional.empty());
            held.element().replace(old, written.over(old));
        } else if (node instanceof Leaf leaf && leaf.parent() != null) {
            Branch parent = leaf.parent();
            parent.replace(leaf, new Leaf(Leaf.Kind.TEXT, value.text(), value.place()));
        } else {
            throw new TransformException("what Web Deploy makes of a whole element is not known: it is left as it is");
        }
    }

    /** Which files an entry is for: a regular expression over the path as Windows writes it. */
    private record Scope(@Nullable Pattern pattern) {

        private static final int LONGEST = 1000;

        static Scope of(@Nullable Attribute attribute) {
            if (attribute == null || attribute.value().isEmpty()) {
                return new Scope(null);
            }
            if (attribute.value().length() > LONGEST) {
                throw new TransformException("a scope of more than " + LONGEST + " characters", attribute.place());
            }
            try {
                return new Scope(Pattern.compile(attribute.value(), Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException e) {
                throw new TransformException(
                        "the scope is no regular expression: " + e.getDescription(), attribute.place());
            }
        }

        boolean holds(String path, PatientText.Looks looks) {
            String entry = path.substring(path.lastIndexOf("!/") + 1).replace('/', '\\');
            String original = entry.replaceFirst("^\\\\Content\\\\([A-Za-z])_[A-Za-z]\\\\", "$1:\\\\");
            return pattern == null
                    || pattern.matcher(new PatientText(entry, looks)).find()
                    || pattern.matcher(new PatientText(original, looks)).find();
        }
    }
}
