package io.github.iisaudit.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of evidence. They are told by the first bytes of a file, never by its name. */
public enum Kind {
    IIS_LOG("iis-log"),
    HTTPERR("httperr-log"),
    SAZ("saz"),
    HAR("har"),
    TRACE("failed-request-trace"),
    REGISTRY_EXPORT("registry-export"),
    GROUP_POLICY_PREFERENCES("group-policy-preferences"),
    REGISTRY_POLICY("registry-policy");

    private static final String POLICY = "PReg";

    private final String id;

    Kind(String id) {
        this.id = id;
    }

    /** The name in output. */
    public String id() {
        return id;
    }

    /**
     * What begins so; empty for what is no evidence.
     *
     * @param head the first bytes, of an archive the first of what is in it
     */
    static Optional<Kind> of(byte[] head) {
        if (new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1).equals(POLICY)) {
            return Optional.of(REGISTRY_POLICY);
        }
        return Optional.ofNullable(ofText(TextEncoding.of(head).text(head)));
    }

    private static @Nullable Kind ofText(String text) {
        String start = text.replace('\0', ' ').stripLeading();
        if (start.startsWith("#") || isRow(start) || start.contains("\n#Fields:")) {
            return start.contains("Microsoft HTTP API") || start.contains("s-reason") ? HTTPERR : IIS_LOG;
        } else if (start.startsWith("Windows Registry Editor") || start.startsWith("REGEDIT4")) {
            return REGISTRY_EXPORT;
        } else if (start.startsWith("{")) {
            return start.contains("\"log\"") ? HAR : null;
        } else if (start.contains("<failedRequest")) {
            return TRACE;
        }
        return start.contains("<RegistrySettings") || start.startsWith("<Registry") ? GROUP_POLICY_PREFERENCES : null;
    }

    /** Whether a text begins as a row of a log that lost its header: {@code 2026-03-09 06:30:00}. */
    private static boolean isRow(String text) {
        return text.matches("(?s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");
    }
}
