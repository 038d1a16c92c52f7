package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <location>} tag: for which path it speaks, whether it locks, and whether child applications inherit it.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">Deep dive into IIS configuration</a>
 */
final class LocationTag {

    /**
     * HTTP.sys refuses URLs of more segments, unless its UrlSegmentMaxCount says otherwise.
     *
     * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/iisadmin-service-inetinfo/httpsys-registry-windows">Http.sys registry settings</a>
     */
    private static final int MOST_NAMES = 255;

    /**
     * Windows has no longer paths.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation">Maximum path length limitation</a>
     */
    private static final int LONGEST = 32_767;

    private final LocatedElement element;
    private final String level;
    private final String trimmed;
    private final boolean isTooLong;

    /** A tag in the file whose own level is {@code level}: {@code ""} for applicationHost.config. */
    LocationTag(LocatedElement element, String level) {
        this.element = element;
        this.level = level;
        String path = trimmed(element.attributeValue("path", ""));
        this.trimmed = within(path);
        this.isTooLong = trimmed.length() < path.length();
    }

    /** The absolute path it speaks for. No path, {@code ""} and {@code "."} mean the file's own level; the rest is relative to it. */
    String target() {
        return trimmed.isEmpty() || trimmed.equals(".") ? level : ConfigPath.join(level, trimmed);
    }

    /** Why it is not known which path IIS reads it for; null for a plain one. .NET refuses such paths, the native parser may not. */
    @Nullable
    String pathDoubt() {
        if (isTooLong) {
            return "the location path has more than " + MOST_NAMES + " names or " + LONGEST
                    + " characters, and no URL or folder has so many";
        }
        String path = element.attributeValue("path", "");
        if (!path.equals(trimmed)) {
            return "it is not known how IIS reads the location path \"" + path + "\"";
        }
        return null;
    }

    /** Why it is not known whether it locks; null for a plain one. */
    @Nullable
    String modeDoubt() {
        String mode = element.attributeValue("overrideMode");
        if (mode == null || mode.equals("Allow") || mode.equals("Deny") || mode.equals("Inherit")) {
            return null;
        }
        return "it is not known how IIS reads overrideMode=\"" + mode + "\"";
    }

    /** The legacy allowOverride true and false are the modes Allow and Deny. */
    OverrideMode mode() {
        String mode = element.attributeValue("overrideMode");
        String legacy = element.attributeValue("allowOverride");
        if ("Allow".equals(mode) || "true".equalsIgnoreCase(legacy)) {
            return OverrideMode.ALLOW;
        }
        if ("Deny".equals(mode) || "false".equalsIgnoreCase(legacy)) {
            return OverrideMode.DENY;
        }
        return OverrideMode.INHERIT;
    }

    boolean reachesChildApplications() {
        return !element.attributeValue("inheritInChildApplications", "true").equalsIgnoreCase("false");
    }

    /** What makes the whole file unreadable; null for a legal tag. */
    @Nullable
    ConfigError error() {
        if (element.attribute("overrideMode") != null && element.attribute("allowOverride") != null) {
            return new ConfigError(
                    ErrorKind.BOTH_OVERRIDE_ATTRIBUTES,
                    "a location tag must not have both overrideMode and its older form allowOverride",
                    element,
                    (LocatedAttribute) element.attribute("allowOverride"),
                    null);
        }
        for (String name : new String[] {"allowOverride", "inheritInChildApplications"}) {
            String value = element.attributeValue(name, "true").toLowerCase(Locale.ROOT);
            if (!value.equals("true") && !value.equals("false")) {
                return new ConfigError(
                        ErrorKind.INVALID_ATTRIBUTE_VALUE,
                        "\"" + value + "\" is no value for " + name + ": true or false expected",
                        element,
                        (LocatedAttribute) element.attribute(name),
                        null);
            }
        }
        return null;
    }

    /** The path in the form that everybody means: without empty segments and dots, with forward slashes. */
    private static String trimmed(String written) {
        String path = written.trim();
        if (path.equals(".") || isPlain(path)) {
            return path;
        }
        List<String> names = new ArrayList<>();
        for (String name : path.replace('\\', '/').split("/")) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    /** As much of a path as there can be. */
    private static String within(String path) {
        int end = 0;
        for (int names = 0; names < MOST_NAMES; names++) {
            int slash = path.indexOf('/', end);
            if (slash < 0) {
                return path.substring(0, Math.min(path.length(), LONGEST));
            }
            end = slash + 1;
        }
        return path.substring(0, Math.min(end - 1, LONGEST));
    }

    /** Whether a path has that form for certain, as nearly all have: no backslash, and no segment that is empty or begins with a dot. */
    private static boolean isPlain(String path) {
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || (before == '/' && (c == '/' || c == '.'))) {
                return false;
            }
            before = c;
        }
        return before != '/';
    }
}
