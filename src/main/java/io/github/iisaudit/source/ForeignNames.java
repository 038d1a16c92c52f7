package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of other kinds that searches for configuration came upon and that something here reads, told by their names alone. Not
 * safe for use by several threads.
 */
final class ForeignNames {

    private static final ForeignFile ARCHIVE = new ForeignFile("an archive", "a PATH of its own");

    private final Function<Path, String> shown;
    private final Map<String, OtherFile> files = new TreeMap<>(Disk.ORDER);

    /** @param shown how the path of a file is shown */
    ForeignNames(Function<Path, String> shown) {
        this.shown = shown;
    }

    /** Whether a name may be that of one, by its ending: asked of every file. */
    static boolean mayBeOne(String name) {
        return switch (ending(name)) {
            case "har", "saz", "reg", "pol", "xml", "log", "gz", "ldf", "ldif", "zip", "tar", "tgz" -> true;
            default -> false;
        };
    }

    /** Notes a file, if it is called as one of these. */
    void meet(Path file, String name) {
        ForeignFile kind = kind(name.toLowerCase(Locale.ROOT));
        if (kind != null) {
            String path = shown.apply(file);
            files.put(path, new OtherFile(path, kind.what(), kind.whatFor()));
        }
    }

    private static @Nullable ForeignFile kind(String name) {
        return switch (ending(name)) {
            case "har" -> new ForeignFile("a HAR file", ForeignFile.EVIDENCE);
            case "saz" -> new ForeignFile("a Fiddler archive", ForeignFile.EVIDENCE);
            case "reg" -> new ForeignFile("a registry export", ForeignFile.EVIDENCE);
            case "pol" -> new ForeignFile("a Registry.pol of Group Policy", ForeignFile.EVIDENCE);
            case "ldf", "ldif" -> new ForeignFile("an export of a directory (LDIF)", ForeignFile.DIRECTORY);
            case "log" -> ForeignFile.LOG;
            case "gz" -> ofGzip(name);
            case "zip", "tar", "tgz" -> ARCHIVE;
            case "xml" -> ofXml(name);
            default -> null;
        };
    }

    private static @Nullable ForeignFile ofGzip(String name) {
        return name.endsWith(".log.gz") ? ForeignFile.LOG : name.endsWith(".tar.gz") ? ARCHIVE : null;
    }

    /** How IIS calls its traces, and Group Policy its preferences. */
    private static @Nullable ForeignFile ofXml(String name) {
        if (name.equals("registry.xml")) {
            return new ForeignFile("a Registry.xml of Group Policy", ForeignFile.EVIDENCE);
        }
        return isTrace(name) ? new ForeignFile("a trace of a failed request", ForeignFile.EVIDENCE) : null;
    }

    private static boolean isTrace(String name) {
        int end = name.length() - ".xml".length();
        boolean isNumbered = name.startsWith("fr") && end > 2;
        for (int i = 2; i < end; i++) {
            isNumbered &= name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return isNumbered;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** In order of their paths. */
    List<OtherFile> all() {
        return List.copyOf(files.values());
    }
}
