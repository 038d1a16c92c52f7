package io.github.iisaudit.xpath;

import io.github.iisaudit.kerberos.WindowsLogon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dom4j.Element;

/**
 * What an authorization section says of callers without a logon, replayed as its module does. IIS: rules that deny come first,
 * then rules that allow, and whom no rule allows is refused. ASP.NET: the first rule that matches, those of lower levels
 * first, and whom no rule names is let in as by the rule of its root web.config. A rule that may or may not match the
 * anonymous user, such as one for the group Users, does not refuse him, and may let him in.
 *
 * @see <a href="https://learn.microsoft.com/iis/manage/configuring-security/understanding-iis-url-authorization">Understanding
 *     IIS URL authorization: rules evaluation</a>
 * @see <a href="https://learn.microsoft.com/previous-versions/dotnet/netframework-2.0/8aeskccd(v=vs.80)">deny of
 *     authorization in ASP.NET</a>
 */
final class AnonymousAccess {

    /** What stands for every verb. */
    static final String ALL = "*";

    private static final List<String> LISTS = List.of("users", "roles", "verbs");

    /** Groups that the token of an anonymous user may hold, and names that he may have. */
    private static final Set<String> PERHAPS_ANONYMOUS = Set.of(
            "everyone",
            "users",
            "guests",
            "iis_iusrs",
            "iusr",
            "authenticated users",
            "network",
            "this organization",
            "anonymous logon");

    private enum Match {
        NO,
        PERHAPS,
        YES
    }

    private AnonymousAccess() {}

    /** The verbs with which an anonymous caller gets in: none, {@code *} for all, {@code GET, HEAD} or {@code all
     * verbs but POST}. */
    static String openVerbs(Element section, Steps steps) {
        boolean isAspNet =
                section.getParent() != null && section.getParent().getName().equals("system.web");
        List<Element> rules = rules(section);
        if (section.element("error") != null || section.element("unknown") != null) {
            return ALL;
        } else if (rules.isEmpty()) {
            return isAspNet || !WindowsLogon.isWritten(section) ? ALL : "";
        }
        Set<String> verbs = verbs(rules);
        steps.take((1L + verbs.size()) * characters(rules));
        boolean isOpen = letsIn(rules, isAspNet, ALL);
        List<String> others = new ArrayList<>();
        for (String verb : verbs) {
            if (letsIn(rules, isAspNet, verb) != isOpen) {
                others.add(verb);
            }
        }
        String listed = String.join(", ", others);
        return !isOpen ? listed : listed.isEmpty() ? ALL : "all verbs but " + listed;
    }

    private static List<Element> rules(Element section) {
        List<Element> rules = new ArrayList<>();
        for (Element element : section.elements()) {
            String name = element.getName();
            if (name.equals("add") || name.equals("allow") || name.equals("deny")) {
                rules.add(element);
            }
        }
        return rules;
    }

    private static long characters(List<Element> rules) {
        long characters = 0;
        for (Element rule : rules) {
            for (String list : LISTS) {
                characters += 1 + rule.attributeValue(list, "").length();
            }
        }
        return characters;
    }

    private static Set<String> verbs(List<Element> rules) {
        Set<String> verbs = new LinkedHashSet<>();
        for (Element rule : rules) {
            for (String verb : list(rule, "verbs")) {
                if (!verb.equals(ALL)) {
                    verbs.add(verb);
                }
            }
        }
        return verbs;
    }

    private static boolean letsIn(List<Element> rules, boolean isAspNet, String verb) {
        return isAspNet
                ? isFirstToAllow(rules, verb)
                : !any(rules, "Deny", verb, Match.YES) && any(rules, "Allow", verb, Match.PERHAPS);
    }

    private static boolean isFirstToAllow(List<Element> rules, String verb) {
        for (Element rule : rules) {
            boolean denies = rule.getName().equals("deny");
            Match match = isFor(rule, verb) ? match(rule) : Match.NO;
            if (match == Match.YES || (match == Match.PERHAPS && !denies)) {
                return !denies;
            }
        }
        return true;
    }

    private static boolean any(List<Element> rules, String accessType, String verb, Match least) {
        for (Element rule : rules) {
            boolean isOfType = rule.attributeValue("accessType", "").equals(accessType);
            if (isOfType && isFor(rule, verb) && match(rule).compareTo(least) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(Element rule, String verb) {
        List<String> verbs = list(rule, "verbs");
        return verbs.isEmpty() || verbs.contains(ALL) || verbs.contains(verb);
    }

    private static Match match(Element rule) {
        Match match = Match.NO;
        for (String user : list(rule, "users")) {
            if (user.equals("*") || user.equals("?")) {
                return Match.YES;
            }
            match = isPerhapsAnonymous(user) ? Match.PERHAPS : match;
        }
        for (String role : list(rule, "roles")) {
            boolean isPerhaps = role.equals("*") || role.equals("?") || isPerhapsAnonymous(role);
            match = isPerhaps ? Match.PERHAPS : match;
        }
        return match;
    }

    private static boolean isPerhapsAnonymous(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PERHAPS_ANONYMOUS.contains(lower.substring(lower.lastIndexOf('\\') + 1));
    }

    private static List<String> list(Element rule, String attribute) {
        List<String> names = new ArrayList<>();
        for (String name : rule.attributeValue(attribute, "").split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
