package io.github.iisaudit.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is that is no configuration and may be taken for one, told by its content.
 *
 * @param what in words that follow "is"
 * @param whatFor the command or option that reads it; empty where nothing does
 */
public record ForeignFile(String what, String whatFor) {

    static final String EVIDENCE = "iisaudit confirm --evidence FILE";
    static final ForeignFile LOG = new ForeignFile("a log", EVIDENCE + ", where IIS or HTTP.sys wrote it");
    static final String DIRECTORY = "--directory FILE of scan, what-if, confirm and kerberos";

    /** What is read of a file to know what it is. */
    static final int BEGINNING = 4096;

    private static final String ARCHIVE = "a zip, tar or tar.gz of the same files";

    /** What files begin with, what they are then, and what there is for them. */
    private static final String[][] MAGIC = {
        {"\u0089PNG", "an image", ""},
        {"GIF8", "an image", ""},
        {"\u00FF\u00D8\u00FF", "an image", ""},
        {"II*\0", "an image", ""},
        {"MM\0*", "an image", ""},
        {"PReg", "a Registry.pol of Group Policy", EVIDENCE},
        {"regf", "a hive of the registry", EVIDENCE + ", of a .reg file that reg export makes of it"},
        {"ElfFile\0", "an event log", ""},
        {"\n\r\r\n", "a capture of a network", EVIDENCE + ", of a Fiddler archive or a HAR file"},
        {"\u00D4\u00C3\u00B2\u00A1", "a capture of a network", EVIDENCE + ", of a Fiddler archive or a HAR file"},
        {"7z\u00BC\u00AF", "a 7z archive", ARCHIVE},
        {"Rar!", "a RAR archive", ARCHIVE},
        {"MSCF", "a cabinet", ARCHIVE},
        {"BZh", "compressed by bzip2", ARCHIVE},
        {"\u00FD7zXZ", "compressed by xz", ARCHIVE},
        {"\u001F\u008B", "compressed by gzip", "the archive of a server as .tar.gz, and for a log " + EVIDENCE},
        {"PK\3\4", "a zip archive", "iisaudit scan FILE"},
        {"%PDF-", "a PDF", ""},
        {"MZ", "a program", ""},
        {"\u007FELF", "a program", ""},
        {"\u00D0\u00CF\u0011\u00E0", "a document of Office or an installer", ""},
        {"SQLite format", "a database", ""},
        {"Windows Registry Editor ", "a registry export", EVIDENCE},
        {"REGEDIT4", "a registry export", EVIDENCE},
        {"#Software:", "a log", EVIDENCE},
        {"#Version:", "a log", EVIDENCE},
        {"#Fields:", "a log", EVIDENCE},
        {"dn:", "an export of a directory (LDIF)", DIRECTORY},
        {"# extended LDIF", "an export of a directory (LDIF)", DIRECTORY},
        {"\"DN\",", "an export of a directory (CSV)", DIRECTORY},
        {"DN,", "an export of a directory (CSV)", DIRECTORY},
        {"Registered ServicePrincipalNames", "text of setspn", DIRECTORY},
        {"Checking domain ", "text of setspn", DIRECTORY},
        {"#TYPE ", "an export of a directory (CSV)", DIRECTORY},
    };

    /** What a file is; empty for what may be meant to be configuration. */
    public static Optional<ForeignFile> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
        Optional<ForeignFile> begun = begun(start);
        if (begun.isPresent()) {
            return begun;
        }
        String text = text(start);
        return begun(text).or(() -> ofText(text)).or(() -> ofBytes(start, text));
    }

    /** The same for a file that is not called as configuration is, and so may be any text. */
    static Optional<ForeignFile> of(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".etl")) {
            return Optional.of(new ForeignFile(
                    "a trace of Windows (ETL)", EVIDENCE + ", of a log, a capture or a trace of a failed request"));
        }
        Optional<ForeignFile> known = of(bytes);
        boolean mayBe = known.isPresent() || bytes.length == 0 || lower.endsWith(".config");
        if (mayBe || text(bytes).startsWith("<") || text(bytes).contains("<configuration")) {
            return known;
        }
        return Optional.of(lower.endsWith(".log") ? LOG : new ForeignFile("text that is no XML", ""));
    }

    /** The same by the root element of an XML file; empty for one that nothing here reads. */
    static Optional<ForeignFile> ofRoot(String root) {
        return switch (root) {
            case "failedRequest" -> Optional.of(new ForeignFile("a trace of a failed request", EVIDENCE));
            case "RegistrySettings" -> Optional.of(new ForeignFile("a Registry.xml of Group Policy", EVIDENCE));
            case "rule" ->
                Optional.of(new ForeignFile("a rule", "--rules FOLDER, and iisaudit rules test FOLDER tries it"));
            case "configSchema" ->
                Optional.of(new ForeignFile(
                        "a schema of IIS", "the folder of the server, with schema beside applicationHost.config"));
            default -> Optional.empty();
        };
    }

    /**
     * An archive that holds no configuration.
     *
     * @param inside its root folder
     */
    static ForeignFile ofArchive(Path inside) {
        boolean isCapture = Files.isDirectory(inside.resolve("raw"));
        return isCapture
                ? new ForeignFile("a Fiddler archive", EVIDENCE)
                : new ForeignFile(
                        "an archive with no " + HostFolder.APPLICATION_HOST + " and no " + WebConfigWalk.WEB_CONFIG,
                        EVIDENCE + ", where it holds logs or captures");
    }

    /** What a file of XML seems to be that is called as configuration is, by its root element; empty where that says nothing. */
    public static Optional<ForeignFile> seeming(String root) {
        return switch (root) {
            case "project", "Project" -> Optional.of(new ForeignFile("a build file", ""));
            case "package" -> Optional.of(new ForeignFile("the manifest of a package", ""));
            case "html" -> Optional.of(new ForeignFile("a page of HTML", ""));
            case "svg" -> Optional.of(new ForeignFile("an image", ""));
            default -> ofRoot(root);
        };
    }

    /** Whether there is something for it. */
    boolean isOfUse() {
        return !whatFor.isEmpty();
    }

    /** All of it, in words that follow its name. */
    public String sentence() {
        return "is not a configuration: " + what + (isOfUse() ? ", for that there is " + whatFor : "");
    }

    private static Optional<ForeignFile> begun(String start) {
        for (String[] magic : MAGIC) {
            if (start.startsWith(magic[0])) {
                return Optional.of(new ForeignFile(magic[1], magic[2]));
            }
        }
        boolean isImage = start.startsWith("RIFF") && start.startsWith("WEBP", 8)
                || start.startsWith("BM") && start.indexOf('\0') > 0
                || start.startsWith("\0\0\1\0");
        return isImage ? Optional.of(new ForeignFile("an image", "")) : Optional.empty();
    }

    private static Optional<ForeignFile> ofText(String text) {
        if (text.startsWith("version: 1") && text.contains("\ndn:")) {
            return Optional.of(new ForeignFile("an export of a directory (LDIF)", DIRECTORY));
        }
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        boolean isHar = text.replace(" ", "").toLowerCase(Locale.ROOT).startsWith("{\"log\":")
                || text.contains("\"log\"") && text.contains("\"entries\"");
        if (isHar) {
            return Optional.of(new ForeignFile("a HAR file", EVIDENCE));
        }
        if (text.contains("\"DistinguishedName\"")) {
            return Optional.of(new ForeignFile("an export of a directory (JSON)", DIRECTORY));
        }
        boolean isJson = text.substring(1).stripLeading().matches("(?s)[\"{}\\[\\]].*") && !text.startsWith("{{");
        return isJson ? Optional.of(new ForeignFile("JSON", "")) : Optional.empty();
    }

    /** Text has no bytes of nothing, whatever the encoding, once those of UTF-16 are left out. */
    private static Optional<ForeignFile> ofBytes(String start, String text) {
        boolean isText = start.indexOf('\0') < 0 || text.startsWith("<") || isWide(start);
        return isText ? Optional.empty() : Optional.of(new ForeignFile("binary data", ""));
    }

    private static boolean isWide(String start) {
        return start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
    }

    private static String text(byte[] bytes) {
        return text(new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1));
    }

    private static String text(String start) {
        return start.replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading();
    }
}
