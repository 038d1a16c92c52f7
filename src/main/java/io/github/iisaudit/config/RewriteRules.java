package io.github.iisaudit.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * What rules of URL Rewrite make of all requests at a path, where that can be told without trying patterns on them. They run
 * before anybody is logged on. Of the sections on the way to a path the last one that is written is looked at, as it is: what it
 * says is in force, and what it inherits beside may be passed over.
 *
 * @param redirecting the rule that redirects all requests without TLS to an https address; empty where there is none
 * @param forwarding the rule that sends all requests on to another web server; empty where there is none
 * @see <a href="https://learn.microsoft.com/iis/extensions/url-rewrite-module/url-rewrite-module-configuration-reference">URL
 *     Rewrite: configuration reference</a>
 */
record RewriteRules(String redirecting, String forwarding) {

    static final RewriteRules NONE = new RewriteRules("", "");

    private static final Set<String> EVERY_URL = Set.of(".*", "(.*)", ".*?", "(.*?)");

    /** Of one section as it is written; none for null. */
    static RewriteRules of(@Nullable Element section) {
        if (section == null) {
            return NONE;
        }
        String redirecting = "";
        String forwarding = "";
        List<Element> rules = section.elements();
        for (int i = 0; i < rules.size(); i++) {
            Element rule = rules.get(i);
            Element action = rule.element("action");
            String url = action == null ? "" : action.attributeValue("url", "").toLowerCase(Locale.ROOT);
            if (action == null || !url.startsWith("http") || !takesEveryUrl(rule)) {
                continue;
            }
            boolean isConditional = !conditions(rule).isEmpty();
            if (is(action, "type", "Redirect", "None") && url.startsWith("https://") && isPlainOnly(rule)) {
                redirecting = redirecting.isEmpty() ? name(rule) : redirecting;
            } else if (is(action, "type", "Rewrite", "None") && !isConditional && !url.contains("{http_host}")) {
                forwarding = forwarding.isEmpty() ? name(rule) : forwarding;
            }
        }
        return new RewriteRules(redirecting, forwarding);
    }

    /** Those of both, the first ones first. */
    RewriteRules and(RewriteRules more) {
        return new RewriteRules(
                redirecting.isEmpty() ? more.redirecting : redirecting,
                forwarding.isEmpty() ? more.forwarding : forwarding);
    }

    private static String name(Element rule) {
        return rule.attributeValue("name", "").isEmpty() ? "without a name" : rule.attributeValue("name");
    }

    private static boolean takesEveryUrl(Element rule) {
        Element match = rule.element("match");
        if (match == null || is(match, "negate", "true", "false") || is(rule, "enabled", "false", "true")) {
            return false;
        }
        String url = match.attributeValue("url", "");
        return is(rule, "patternSyntax", "Wildcard", "ECMAScript")
                ? url.equals("*")
                : is(rule, "patternSyntax", "ECMAScript", "ECMAScript")
                        && (url.equals("^") || EVERY_URL.contains(inner(url)));
    }

    private static List<Element> conditions(Element rule) {
        Element conditions = rule.element("conditions");
        return conditions == null ? List.of() : conditions.elements("add");
    }

    /** Whether no condition asks for more than that the request came without TLS. */
    private static boolean isPlainOnly(Element rule) {
        for (Element condition : conditions(rule)) {
            String pattern = inner(condition.attributeValue("pattern", "")).toLowerCase(Locale.ROOT);
            boolean isNot = is(condition, "negate", "true", "false");
            boolean isPlain = switch (condition.attributeValue("input", "").toUpperCase(Locale.ROOT)) {
                case "{HTTPS}" -> pattern.equals(isNot ? "on" : "off");
                case "{SERVER_PORT_SECURE}" -> pattern.equals(isNot ? "1" : "0");
                case "{SERVER_PORT}" -> isNot && pattern.equals("443");
                default -> false;
            };
            if (!isPlain || !is(condition, "matchType", "Pattern", "Pattern")) {
                return false;
            }
        }
        return true;
    }

    /** Without the signs for the beginning and the end. */
    private static String inner(String pattern) {
        int from = pattern.startsWith("^") ? 1 : 0;
        int to = pattern.length() - (pattern.length() > from && pattern.endsWith("$") ? 1 : 0);
        return pattern.substring(from, to);
    }

    private static boolean is(Element element, String attribute, String value, String otherwise) {
        return element.attributeValue(attribute, otherwise).strip().equalsIgnoreCase(value);
    }
}
