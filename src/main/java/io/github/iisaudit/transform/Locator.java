package io.github.iisaudit.transform;

import java.util.List;

/** Which elements of the document an element of a transform means, as an XPath. */
enum Locator {

    /** Those of its name, below those that the element around it means. */
    DefaultLocator,
    /** Of these, those that have the same values of some attributes. */
    Match,
    /** Of these, those that fulfil a condition. */
    Condition,
    /** Those that an XPath selects. */
    XPath;

    String path(String above, Element element, Call call) {
        return switch (this) {
            case DefaultLocator -> step(above, test(element));
            case Match -> step(above, test(element) + bracketed(matching(element, call)));
            case Condition -> step(above, test(element) + bracketed(only(call)));
            case XPath -> selected(above, element, call);
        };
    }

    /** The path of the elements that something is inserted into. */
    String parentPath(String above, Element element, Call call) {
        return this == XPath ? selected(above, element, call) : above;
    }

    private static String selected(String above, Element element, Call call) {
        String xpath = only(call);
        return xpath.startsWith("/")
                ? xpath
                : step(step(above, test(element)), xpath).replace("/./", "/");
    }

    private static String matching(Element element, Call call) {
        List<String> names = call.arguments();
        if (names.isEmpty()) {
            throw new TransformException("Match needs the name of an attribute, as in Match(name)");
        }
        StringBuilder predicate = new StringBuilder();
        for (String name : names) {
            Attribute attribute = element.attribute(name);
            if (attribute == null) {
                throw new TransformException("Match(" + name + "), but the element has no attribute " + name);
            }
            predicate.append(predicate.length() == 0 ? "" : " and ");
            predicate.append('@').append(attribute.name().written());
            predicate.append("='").append(attribute.value()).append('\'');
        }
        return predicate.toString();
    }

    private static String only(Call call) {
        if (call.arguments().size() != 1) {
            throw new TransformException(call.name() + " needs exactly one argument, not "
                    + call.arguments().size() + ": commas outside round brackets separate arguments");
        }
        return call.arguments().get(0);
    }

    private static String test(Element element) {
        boolean isInDefaultNamespace =
                !element.name().uri().isEmpty() && element.name().prefix().isEmpty();
        return isInDefaultNamespace
                ? Paths.DEFAULT_NAMESPACE + ":" + element.name().local()
                : element.name().written();
    }

    private static String step(String above, String step) {
        return above.endsWith("/") ? above + step : above + "/" + step;
    }

    private static String bracketed(String predicate) {
        return (predicate.startsWith("[") ? "" : "[") + predicate + (predicate.endsWith("]") ? "" : "]");
    }
}
