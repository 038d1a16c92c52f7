package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What transforms do to attributes. */
final class AttributeOperations {

    private static final Pattern TOKEN = Pattern.compile("\\$\\(([\\w:.]+)\\)", Pattern.UNICODE_CHARACTER_CLASS);

    /** How a value comes about. */
    private interface Value {
        String of(Attribute attribute);
    }

    private AttributeOperations() {}

    static void set(Execution execution) {
        set(execution, Attribute::value);
    }

    /** The value may speak of other attributes: {@code $(name)}. */
    static void setTokenized(Execution execution) {
        Element content = execution.content();
        set(
                execution,
                attribute -> Growth.replaced(
                        TOKEN.matcher(attribute.value()),
                        token -> known(token.group(1), attribute, execution.target(), content)
                                .replace("'", "&apos;")));
    }

    private static String known(String name, Attribute set, Element target, Element content) {
        Attribute found = target.attribute(name);
        if (found == null && !name.equalsIgnoreCase(set.name().written())) {
            found = content.attribute(name);
        }
        if (found == null) {
            throw new TransformException("$(" + name + ") is no attribute of the element");
        }
        return found.value();
    }

    private static void set(Execution execution, Value value) {
        List<Attribute> wanted = selected(execution.content(), execution);
        Element target = execution.target();
        for (Attribute attribute : wanted) {
            Attribute old = target.attribute(attribute.name().written());
            Attribute changed = attribute.withValue(value.of(attribute));
            if (old == null) {
                target.append(changed);
            } else {
                target.replace(old, changed.over(old).withName(old.name()));
            }
        }
        if (wanted.isEmpty()) {
            execution.warn("no attribute to set");
        } else {
            execution.changed();
        }
    }

    static void remove(Execution execution) {
        Element target = execution.target();
        List<Attribute> found = selected(target, execution);
        found.forEach(target::remove);
        if (found.isEmpty()) {
            execution.warn("no attribute to remove", target.place());
        } else {
            execution.changed();
        }
    }

    /** The attributes that the arguments select: all of them where there are none. */
    private static List<Attribute> selected(Element element, Execution execution) {
        List<String> arguments = execution.call().arguments();
        if (arguments.isEmpty()) {
            return attributes(element, "@*");
        }
        execution
                .directive()
                .count((long) arguments.size() * element.attributes().size());
        for (String argument : arguments) {
            if (attributes(element, "@" + argument).isEmpty()) {
                execution.warn("there is no attribute '" + argument + "'");
            }
        }
        return attributes(element, "@" + String.join("|@", arguments));
    }

    private static List<Attribute> attributes(Element element, String xpath) {
        List<Attribute> attributes = new ArrayList<>();
        for (Object node : Paths.select(xpath, element, Map.of())) {
            if (!(node instanceof TreeNavigator.Held held)) {
                throw new TransformException("'" + xpath + "' selects something else than attributes");
            }
            attributes.add(held.attribute());
        }
        return attributes;
    }
}
