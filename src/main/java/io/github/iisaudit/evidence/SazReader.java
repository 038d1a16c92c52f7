package io.github.iisaudit.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;

/**
 * Reads what Fiddler saved: of each session the heads of request and answer, and who sent it. Bodies are not read.
 *
 * @see <a href="https://docs.telerik.com/fiddler/configure-fiddler/tasks/archiveformats">Archive formats of Fiddler</a>
 */
final class SazReader {

    private static final Pattern PART = Pattern.compile("(?i)(?:.*[/\\\\])?raw[/\\\\](\\d{1,9})_([csm])\\.(?:txt|xml)");
    private static final Pattern BEGUN = Pattern.compile("ClientBeginRequest=\"([^\"]{10,40})\"");
    private static final Pattern PROCESS = flag("x-processinfo");
    private static final Pattern PORT = flag("x-clientport");

    /** Longer heads hold no more of what is wanted. */
    private static final int HEAD = 1 << 16;

    private SazReader() {}

    private static Pattern flag(String name) {
        return Pattern.compile("(?i)<SessionFlag\\s+N=\"" + name + "\"\\s+V=\"([^\"]{1,200})\"");
    }

    /** Whether an entry is a request, so that the archive is one of Fiddler. */
    static boolean isRequest(String entry) {
        Matcher matcher = PART.matcher(entry);
        return matcher.matches() && matcher.group(2).equalsIgnoreCase("c");
    }

    static List<Session> read(File file, char[] password) throws IOException, UnreadableEvidenceException {
        try (ZipFile zip = Archive.open(file, password)) {
            Map<Integer, Map<String, FileHeader>> sessions = new TreeMap<>();
            for (FileHeader entry : zip.getFileHeaders()) {
                Matcher part = PART.matcher(entry.getFileName());
                if (part.matches()) {
                    sessions.computeIfAbsent(
                                    Integer.valueOf(part.group(1)), k -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                            .put(part.group(2), entry);
                }
            }
            List<Session> read = new ArrayList<>();
            for (Map<String, FileHeader> parts : sessions.values()) {
                FileHeader request = parts.get("c");
                if (request != null) {
                    add(zip, request, parts, read);
                }
            }
            return read;
        }
    }

    private static void add(ZipFile zip, FileHeader requestPart, Map<String, FileHeader> parts, List<Session> read)
            throws IOException {
        List<String> request = head(zip, requestPart);
        List<String> answer = parts.containsKey("s") ? head(zip, parts.get("s")) : List.of();
        String facts = parts.containsKey("m") ? String.join("\n", head(zip, parts.get("m"))) : "";
        String[] first = request.isEmpty() ? new String[0] : request.get(0).split(" ");
        // A tunnel is no request to a site.
        if (first.length < 2 || first[0].equals("CONNECT")) {
            return;
        }
        HttpHead sent = HttpHead.of(request.subList(1, request.size()));
        String name = requestPart.getFileName().replace('\\', '/');
        read.add(new Session(
                name.substring(0, name.lastIndexOf('_')),
                time(facts),
                client(facts),
                RequestUrl.of(first[1], sent.host()),
                sent.token(),
                status(answer),
                HttpHead.of(answer).offer()));
    }

    private static List<String> head(ZipFile zip, FileHeader entry) throws IOException {
        try (InputStream in = Archive.stream(zip, entry)) {
            String text = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return text.lines().toList();
        }
    }

    private static int status(List<String> answer) {
        String[] words = answer.isEmpty() ? new String[0] : answer.get(0).split(" ");
        return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
    }

    private static String client(String facts) {
        Matcher process = PROCESS.matcher(facts);
        if (process.find()) {
            return "process " + process.group(1);
        }
        Matcher port = PORT.matcher(facts);
        return port.find() ? "port " + port.group(1) : "";
    }

    private static long time(String facts) {
        Matcher begun = BEGUN.matcher(facts);
        return begun.find() ? time(begun.group(1), LogTime.NONE) : LogTime.NONE;
    }

    /** Milliseconds of a time with an offset, or in UTC where it has none. */
    static long time(String text, long otherwise) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
            } catch (DateTimeException none) {
                return otherwise;
            }
        }
    }
}
