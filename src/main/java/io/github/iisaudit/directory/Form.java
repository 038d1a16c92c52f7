package io.github.iisaudit.directory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms that a directory comes in, told apart by content. */
enum Form {
    LDIF((in, intake) -> EntriesAhead.read(ahead -> LdifReader.read(utf8(in), ahead), intake)),
    CSV((in, intake) -> TableReader.read(reader(in), intake)),
    JSON((in, intake) -> JsonObjects.read(reader(in), intake)),
    SETSPN((in, intake) -> SetspnReader.read(reader(in), intake)),
    LIVE((in, intake) -> {});

    private static final int HEAD = 1 << 14;

    /** What reads one. */
    private interface Reading {
        void read(BufferedInputStream in, Intake intake) throws IOException, UnreadableDirectoryException;
    }

    private final Reading reading;

    Form(Reading reading) {
        this.reading = reading;
    }

    /** The name in output. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    void read(BufferedInputStream in, Intake intake) throws IOException, UnreadableDirectoryException {
        reading.read(in, intake);
    }

    /** That of a text, which is left where it was. */
    static Form of(BufferedInputStream in) throws IOException, UnreadableDirectoryException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        String text = new String(head, charset(head)).replace("\uFEFF", "").stripLeading();
        if (text.isEmpty()) {
            throw new UnreadableDirectoryException("it is empty");
        }
        Form form = text.charAt(0) == '[' || text.charAt(0) == '{' ? JSON : byLines(text);
        if (form == null) {
            throw new UnreadableDirectoryException("it is none of the forms that are known: LDIF (ldifde, ldapsearch,"
                    + " ldbsearch), CSV (csvde, Export-Csv), JSON (ConvertTo-Json), text of setspn -L, -Q or -X");
        }
        return form;
    }

    private static @Nullable Form byLines(String text) {
        for (String line : text.lines().limit(200).toList()) {
            String lower = line.strip().toLowerCase(Locale.ROOT);
            if (isSetspn(lower)) {
                return SETSPN;
            } else if (lower.startsWith("dn:") || lower.startsWith("version:")) {
                return LDIF;
            } else if (isTable(lower)) {
                return CSV;
            } else if (!lower.isEmpty() && lower.charAt(0) != '#') {
                break;
            }
        }
        boolean isEmptySearch = text.startsWith("# extended LDIF") || text.startsWith("# record ");
        return isEmptySearch ? LDIF : byAnyLine(text);
    }

    /** Text that was saved from a console may begin with anything. */
    private static @Nullable Form byAnyLine(String text) {
        boolean isSetspn = text.lines().anyMatch(line -> isSetspn(line.strip().toLowerCase(Locale.ROOT)));
        boolean isLdif = text.lines().anyMatch(line -> line.startsWith("dn: ") || line.startsWith("dn:: "));
        return isSetspn ? SETSPN : isLdif ? LDIF : null;
    }

    private static boolean isSetspn(String lower) {
        return lower.contains("setspn -")
                || lower.contains("setspn /")
                || lower.contains("setspn.exe")
                || lower.startsWith("registered serviceprincipalnames for")
                || lower.startsWith("checking domain")
                || lower.startsWith("checking forest")
                || lower.contains("has the following serviceprincipalname")
                || lower.endsWith("has no serviceprincipalname")
                || lower.startsWith("cn=") && lower.endsWith(":");
    }

    private static boolean isTable(String lower) {
        return lower.startsWith("#type ")
                || lower.startsWith("dn,")
                || lower.startsWith("\"dn\",")
                || (lower.contains("distinguishedname") || lower.contains("samaccountname"))
                        && (lower.contains("\",")
                                || lower.contains(",")
                                || lower.contains("\";")
                                || lower.contains("\t"));
    }

    /** The characters of a text by what its byte order mark says, else by every other byte being zero, else UTF-8. */
    private static Reader reader(BufferedInputStream in) throws IOException {
        in.mark(8);
        byte[] head = in.readNBytes(4);
        in.reset();
        Charset charset = charset(head);
        in.skipNBytes(mark(head));
        return charset.equals(StandardCharsets.UTF_8) ? new AnsiText(in) : new InputStreamReader(in, charset);
    }

    private static InputStream utf8(BufferedInputStream in) throws IOException {
        in.mark(8);
        byte[] head = in.readNBytes(4);
        in.reset();
        Charset charset = charset(head);
        in.skipNBytes(mark(head));
        return charset.equals(StandardCharsets.UTF_8)
                ? in
                : new EncodedText(in, charset.equals(StandardCharsets.UTF_16LE));
    }

    private static int mark(byte[] head) {
        boolean isWide = head.length >= 2 && (isPair(head, 0xFF, 0xFE) || isPair(head, 0xFE, 0xFF));
        boolean isUtf8 = head.length >= 3 && isPair(head, 0xEF, 0xBB) && (head[2] & 0xFF) == 0xBF;
        return isWide ? 2 : isUtf8 ? 3 : 0;
    }

    private static boolean isPair(byte[] head, int first, int second) {
        return (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && (isPair(head, 0xFF, 0xFE) || head[0] != 0 && head[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        } else if (head.length >= 2 && (isPair(head, 0xFE, 0xFF) || head[0] == 0 && head[1] != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, 1 << 16);
    }
}
