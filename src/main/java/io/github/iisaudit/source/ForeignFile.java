package io.github.iisaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a file is that is no configuration and may be taken for one: told by its content, whatever it is called. */
final class ForeignFile {

    /** What is read of a text to know what it is. */
    private static final int BEGINNING = 4096;

    private static final String EVIDENCE = "iisaudit confirm --evidence FILE reads it";

    private ForeignFile() {}

    /** Its kind and what there is for it, in words that follow its name; empty for what may be meant to be configuration. */
    static Optional<String> kind(byte[] bytes) {
        String start = beginning(bytes);
        if (isImage(start)) {
            return Optional.of("is an image, no configuration");
        }
        if (start.startsWith("PReg")) {
            return told("a Registry.pol of Group Policy", EVIDENCE);
        }
        if (start.startsWith("\u001F\u008B")) {
            return told("compressed by gzip", "give the archive of a server as .tar.gz, or a log with " + EVIDENCE);
        }
        return ofText(start.replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading());
    }

    private static Optional<String> ofText(String text) {
        if (text.startsWith("Windows Registry Editor ") || text.startsWith("REGEDIT4")) {
            return told("a registry export", EVIDENCE);
        }
        if (text.startsWith("#Software:") || text.startsWith("#Version:") || text.startsWith("#Fields:")) {
            return told("a log", EVIDENCE);
        }
        if (text.startsWith("{") || text.startsWith("[{")) {
            boolean isArchive = text.replace(" ", "").toLowerCase(Locale.ROOT).startsWith("{\"log\":")
                    || text.contains("\"log\"") && text.contains("\"entries\"");
            return isArchive ? told("a HAR file", EVIDENCE) : Optional.of("is JSON, no configuration of IIS");
        }
        return Optional.empty();
    }

    /** The same by the root element of an XML file. */
    static Optional<String> kindByRoot(String root) {
        return switch (root) {
            case "failedRequest" -> told("a trace of a failed request", EVIDENCE);
            case "RegistrySettings" -> told("a Registry.xml of Group Policy", EVIDENCE);
            case "rule" -> told("a rule", "--rules FOLDER adds rules, and iisaudit rules test FOLDER tries them");
            default -> Optional.empty();
        };
    }

    private static Optional<String> told(String what, String whatFor) {
        return Optional.of("is " + what + ", no configuration: " + whatFor);
    }

    private static boolean isImage(String start) {
        return start.startsWith("\u0089PNG")
                || start.startsWith("GIF8")
                || start.startsWith("\u00FF\u00D8\u00FF")
                || start.startsWith("BM") && start.indexOf('\0') > 0
                || start.startsWith("\0\0\u0001\0");
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
    }
}
