package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): an array of the
 * findings that count, and of the files that were not audited. GitLab shows one finding for each fingerprint, so every
 * one has its own.
 */
final class GitlabReporter implements Reporter {

    @Override
    public void render(Report report, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        Fingerprints fingerprints = new Fingerprints();
        json.beginArray();
        for (Entry entry : Entry.counting(report)) {
            json.object(() -> entry(json, entry, fingerprints));
        }
        json.endArray();
        json.end();
    }

    /** Settings have the lowest severity and a fingerprint that stays: GitLab shows them where a merge request brings them about. */
    private static void entry(JsonText json, Entry entry, Fingerprints fingerprints) throws IOException {
        Entry.Spot spot = entry.spot();
        boolean isUnread = entry instanceof Entry.Unreadable;
        String name = isUnread ? "not-audited" : entry.rule();
        String fingerprint =
                entry instanceof Entry.Found found ? found.finding().fingerprint() : name;
        json.field("description", Glyphs.clean(PlainText.sentence(entry.message())));
        json.field("check_name", name);
        json.field("fingerprint", fingerprints.next(fingerprint, spot.server(), spot.path()));
        json.field("severity", isUnread ? "blocker" : severity(entry.severity()));
        json.object("location", () -> {
            json.field("path", spot.path());
            json.object("lines", () -> json.field("begin", Math.max(1, spot.line())));
        });
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }

    /** Fingerprints that are unique in a report: a finding's own is unique in a server at best. */
    private static final class Fingerprints {

        private final Map<Long, Integer> seen = new HashMap<>();
        private final MessageDigest digest;

        Fingerprints() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        String next(String fingerprint, String server, String path) {
            String subject = fingerprint + "\n" + server + "\n" + path;
            String first = hash(subject);
            int before = seen.merge(Long.parseUnsignedLong(first.substring(0, 16), 16), 1, Integer::sum) - 1;
            return before == 0 ? first : hash(subject + "\n" + before);
        }

        private String hash(String text) {
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        }
    }
}
