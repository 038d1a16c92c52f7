package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What IIS would see of one section at one configuration path: values, or the error that reading it raises, or unknown.
 *
 * @param name the section path, such as {@code system.webServer/security/access}
 * @param settings its attributes and those of its elements, in schema order; empty where there is an error or unknown
 * @param collections its collections with their entries in effective order
 * @param error what IIS raises when it reads the section here
 * @param assumed an error that holds only if the server is as a stock one: the values are judged as if it did not
 * @param unknown why the answer cannot be known from the files
 * @param incomplete files that were not collected and could change the values
 */
public record EffectiveSection(
        String name,
        List<Setting> settings,
        List<Collection> collections,
        Optional<ConfigError> error,
        Optional<ConfigError> assumed,
        Optional<String> unknown,
        List<Missing> incomplete) {

    /**
     * One attribute.
     *
     * @param name its name, after those of the elements around it: {@code extendedProtection/tokenChecking}
     * @param value normalised by its type: {@code true}, {@code Proxy,NoServiceNameCheck}
     */
    public record Setting(String name, boolean isBoolean, String value, Origin origin) {}

    /** One collection by the names of the elements around it ({@code providers}). */
    public record Collection(String name, List<Entry> entries) {}

    /** An entry of a collection: its written attributes, the key first. */
    public record Entry(List<Setting> settings, Origin origin) {}

    /**
     * A file that was not collected.
     *
     * @param file where it would lie, relative to the root, with forward slashes
     */
    public record Missing(String file, String reason) {}

    /**
     * What IIS raises.
     *
     * @param element the element at fault, or null where nobody wrote anything (a section that is not declared)
     * @param attribute the attribute of that element that is at fault, or null
     * @param place where no element could be read: the place in the file that could not be parsed, or null
     * @param lockedBy the lock that it ran into, or null
     * @param file the file that could not be read at all, or null
     */
    public record ConfigError(
            ErrorKind kind,
            String message,
            @Nullable LocatedElement element,
            @Nullable LocatedAttribute attribute,
            @Nullable Span place,
            @Nullable Span lockedBy,
            @Nullable String unreadFile) {

        ConfigError(
                ErrorKind kind,
                String message,
                @Nullable LocatedElement element,
                @Nullable LocatedAttribute attribute,
                @Nullable Span lockedBy) {
            this(kind, message, element, attribute, null, lockedBy, null);
        }

        /** What to underline; null where nothing was written or read. */
        public @Nullable Span span() {
            if (attribute != null) {
                return attribute.span();
            }
            return element == null ? place : element.nameSpan();
        }

        /** Adds what it says, and whether it has a place, but not which. */
        void addTo(Said.Builder said) {
            said.add(kind.id()).add(kind.code()).add(message).add(span() == null ? 0 : 1);
        }

        /** The file at fault relative to the root; empty where nobody wrote anything. */
        public String file() {
            Span span = span();
            if (span != null) {
                return span.path();
            }
            return unreadFile == null ? "" : unreadFile;
        }

        /** The line of the element at fault; 0 where there is none. */
        public int line() {
            if (element != null) {
                return element.nameSpan().line();
            }
            return place == null ? 0 : place.line();
        }
    }
}
