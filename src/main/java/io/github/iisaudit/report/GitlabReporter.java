package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
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
        for (Finding finding : report.reported()) {
            String path = PlainText.path(finding, report);
            json.object(() -> {
                json.field("description", PlainText.message(finding));
                json.field("check_name", finding.rule().id());
                json.field("fingerprint", fingerprints.next(finding.fingerprint(), finding.server(), path));
                json.field("severity", severity(finding.severity()));
                location(json, path, finding.place().line());
            });
        }
        for (Unreadable file : report.unreadable()) {
            json.object(() -> unreadable(json, file, report, fingerprints));
        }
        if (report.leftOut().isPresent()) {
            json.object(() -> settings(json, report.leftOut().get(), report, fingerprints));
        }
        json.endArray();
        json.end();
    }

    private static void unreadable(JsonText json, Unreadable file, Report report, Fingerprints fingerprints)
            throws IOException {
        PlainText.Reason reason = PlainText.reason(file);
        String path = PlainText.path(file, report);
        json.field("description", Glyphs.clean("Could not be audited: " + PlainText.sentence(reason.text())));
        json.field("check_name", "not-audited");
        json.field("fingerprint", fingerprints.next("not-audited", file.server(), path));
        json.field("severity", "blocker");
        location(json, path, reason.line());
    }

    /** Of the lowest severity, and with a fingerprint that stays: GitLab shows it where a merge request brings it about. */
    private static void settings(JsonText json, LeftOut settings, Report report, Fingerprints fingerprints)
            throws IOException {
        String path = PlainText.path(settings, report);
        json.field("description", PlainText.sentence(settings));
        json.field("check_name", PlainText.SETTINGS);
        json.field("fingerprint", fingerprints.next(PlainText.SETTINGS, "", path));
        json.field("severity", "info");
        location(json, path, settings.line());
    }

    private static void location(JsonText json, String path, int line) throws IOException {
        json.object("location", () -> {
            json.field("path", path);
            json.object("lines", () -> json.field("begin", Math.max(1, line)));
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
