package io.github.iisaudit.xml;

import java.util.List;
import java.util.Set;
import org.dom4j.Attribute;

/**
 * Takes passwords, keys and tokens out of what was read, so that neither rules nor reports can repeat them. What is left says
 * whether there is a value, and whether IIS encrypted it or a deployment puts it in. {@link SourceText#shownLine} does the same
 * with the text of a file.
 */
public final class Secrets {

    /** Attributes by which servers are put together. What is called as a secret is hidden here too, but no part of them. */
    private static final String[] WHOLE = {"path", "physicalPath", "name", "key", "type"};

    private Secrets() {}

    /** A text in which three stars stand for each secret within it; the text itself where there is none. */
    public static String hidden(String text) {
        int[] parts = SecretParts.in(text);
        if (parts.length == 0) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        int end = 0;
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i + 1] > end) {
                safe.append(text, end, Math.max(end, parts[i])).append(SecretValue.STARS);
                end = parts[i + 1];
            }
        }
        return safe.append(text, end, text.length()).toString();
    }

    /** The same for what may be markup, as in a comment. */
    static String hiddenInMarkup(String text) {
        if (text.indexOf('=') < 0 && text.indexOf('<') < 0) {
            return hidden(text);
        }
        String starred = MarkupMask.mask(text);
        if (starred.equals(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean isHidden = starred.charAt(i) != text.charAt(i);
            boolean wasHidden = i > 0 && starred.charAt(i - 1) != text.charAt(i - 1);
            safe.append(isHidden ? wasHidden ? "" : SecretValue.STARS : text.substring(i, i + 1));
        }
        return safe.toString();
    }

    /** What may be shown of a value by its key. */
    public static String shown(String key, String value) {
        return SecretKey.isSecret(key) ? SecretValue.masked(value) : hidden(value);
    }

    /** What may be shown of a text that may hold markup. */
    static String safe(String text) {
        return text.indexOf('<') < 0 ? hidden(text) : hiddenInMarkup(text);
    }

    /** Whether a name alone says that what is called so is secret. */
    public static boolean isCalled(String name) {
        return SecretName.isOfNode(name);
    }

    /** Hides what is secret in the attributes of an element. */
    static void hide(LocatedElement element) {
        hide(element.attributes(), element.getName());
        Set<String> more = element.source().secrets();
        if (more.isEmpty()) {
            return;
        }
        for (Attribute attribute : element.attributes()) {
            if (more.contains(element.getName() + "/" + attribute.getName())) {
                ((LocatedAttribute) attribute).hide(SecretValue.masked(attribute.getValue()));
            }
        }
    }

    /** Hides what is secret in the attributes of one element, as far as their names say. */
    static void hide(List<Attribute> attributes, String element) {
        boolean isPair = areSecretPair(attributes, element);
        for (int i = 0; i < attributes.size(); i++) {
            LocatedAttribute attribute = (LocatedAttribute) attributes.get(i);
            String name = attribute.getName();
            String value = attribute.getValue();
            if (SecretName.isOfNode(name) || (isPair && isValueOfPair(name, value))) {
                attribute.hide(SecretValue.masked(value));
            } else if (!isWhole(name)) {
                attribute.hide(safe(value));
            }
        }
    }

    /** Whether they are the key and the value of a pair, and the key names a secret, or their element does. */
    private static boolean areSecretPair(List<Attribute> attributes, String element) {
        for (int i = 0; i < attributes.size(); i++) {
            if (isValueOfPair(attributes.get(i).getName(), attributes.get(i).getValue())) {
                return namesSecret(attributes) || SecretName.isOfNode(element);
            }
        }
        return false;
    }

    private static boolean namesSecret(List<Attribute> attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (isKeyOfPair(attribute.getName()) && SecretKey.isSecret(attribute.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether what an element holds is secret, by what it is called; settings are called by an attribute. */
    static boolean areIn(LocatedElement element) {
        return SecretName.isOfNode(element.getName()) || namesSecret(element.attributes());
    }

    private static boolean isWhole(String name) {
        for (String whole : WHOLE) {
            if (whole.equals(name)) {
                return true;
            }
        }
        return false;
    }

    static boolean isKeyOfPair(String name) {
        return switch (name.length()) {
            case 3 -> name.equalsIgnoreCase("key");
            case 4 -> name.equalsIgnoreCase("name");
            case 5 -> name.equalsIgnoreCase("input");
            default -> false;
        };
    }

    /** Of a pattern that an input must match only one that is no expression: {@code ^Basic} may be seen. */
    static boolean isValueOfPair(String name, String value) {
        return switch (name.length()) {
            case 4 -> !name.equals("name") && (name.equalsIgnoreCase("text") || name.equalsIgnoreCase("data"));
            case 5 -> name.equalsIgnoreCase("value");
            case 7 -> name.equalsIgnoreCase("pattern") && SecretValue.hasToken(value);
            case 12 -> name.equalsIgnoreCase("defaultValue");
            default -> false;
        };
    }
}
