package io.github.iisaudit.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the text of a configuration file tells before it is parsed. The file may be malformed. */
final class ConfigText {

    /** IIS Express sets these variables, and its template writes them; IIS knows none of them. */
    private static final List<String> IIS_EXPRESS = List.of("%iis_bin%", "%iis_sites_home%", "%iis_user_home%");

    private static final String START = "%iis_";

    /** How far it is from a byte to where the end of {@link #START} may come next: 0 where it may be that end. */
    private static final byte[] STEPS = steps();

    private static final String XDT = "http://schemas.microsoft.com/XML-Document-Transform";

    /** As it is decoded from UTF-16, and the bytes of UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF\u00EF\u00BB\u00BF";

    private final String text;

    ConfigText(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /** Of no more than the first bytes. */
    ConfigText(byte[] bytes, int length) {
        text = new String(bytes, 0, length, charset(bytes));
    }

    /** Whether the root element names the namespace of transforms; empty where the text holds no whole start tag of one. */
    Optional<Boolean> isTransform() {
        int at = text.indexOf('<');
        while (at >= 0 && (text.startsWith("<?", at) || text.startsWith("<!--", at))) {
            String end = text.startsWith("<?", at) ? "?>" : "-->";
            int ended = text.indexOf(end, at + 2);
            at = ended < 0 ? -1 : text.indexOf('<', ended);
        }
        int end = at < 0 || text.startsWith("<!", at) ? -1 : endOfTag(at);
        return end < 0 ? Optional.empty() : Optional.of(text.substring(at, end).contains(XDT));
    }

    /** Whether {@code <system.applicationHost>} stands in it, outside comments. */
    boolean isApplicationHost() {
        return has("system.applicationHost");
    }

    /**
     * Whether it is that of IIS Manager, administration.config.
     *
     * @see <a href="https://learn.microsoft.com/iis/manage/managing-your-configuration-settings/an-overview-of-feature-delegation-in-iis">Feature delegation: what administration.config is for</a>
     */
    boolean isOfManager() {
        return has("moduleProviders");
    }

    private boolean has(String element) {
        String tag = "<" + element;
        int from = 0;
        for (int at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, from)) {
            int comment = text.indexOf("<!--", from);
            if (comment < 0 || comment > at) {
                return true;
            }
            int end = text.indexOf("-->", comment + 4);
            if (end < 0) {
                return false;
            }
            from = end;
        }
        return false;
    }

    /** Whether markup is the first that stands in it. */
    boolean beginsAsXml() {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || BYTE_ORDER_MARK.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.startsWith("<", at);
    }

    /** The name of the root element; empty where none can be seen. */
    Optional<String> root() {
        int at = text.indexOf('<');
        while (at >= 0 && (text.startsWith("<?", at) || text.startsWith("<!", at))) {
            at = text.indexOf('<', skipped(at));
        }
        int end = at + 1;
        while (at >= 0 && end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return at < 0 || end == at + 1 ? Optional.empty() : Optional.of(text.substring(at + 1, end));
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':';
    }

    /** Where a declaration, a comment or the like ends; the end of the text where it does not. */
    private int skipped(int start) {
        String end = text.startsWith("<!--", start)
                ? "-->"
                : text.startsWith("<![CDATA[", start) ? "]]>" : text.startsWith("<?", start) ? "?>" : ">";
        int ended = text.indexOf(end, start + 2);
        return ended < 0 ? text.length() : ended + end.length();
    }

    /** Whether tags stand in it that XML cannot have, and templates of ERB, ASP or T4 do: {@code <%}, {@code <#}. */
    boolean hasTemplateTags() {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<%", at) || text.startsWith("<#", at)) {
                return true;
            }
            at = text.startsWith("<?", at) || text.startsWith("<!", at) ? skipped(at) : at + 1;
        }
        return false;
    }

    /** A quoted value may hold {@code >}. */
    private int endOfTag(int start) {
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    /** Whether a file was written for IIS Express. All of it is searched, nearly always in vain, so bytes are left out. */
    static boolean isIisExpress(byte[] bytes) {
        Charset charset = charset(bytes);
        return charset == StandardCharsets.ISO_8859_1
                ? namesVariable(bytes)
                : namesVariable(new String(bytes, charset).getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Looks where a variable's underscore may stand; any other byte there tells how far it is to the next such place.
     *
     * @see <a href="https://doi.org/10.1002/spe.4380100608">Horspool: Practical fast searching in strings</a>
     */
    private static boolean namesVariable(byte[] bytes) {
        int before = START.length() - 1;
        int at = before;
        while (at < bytes.length) {
            int step = STEPS[bytes[at] & 0xFF];
            if (step == 0 && isVariable(bytes, at - before)) {
                return true;
            }
            at += step == 0 ? START.length() : step;
        }
        return false;
    }

    private static byte[] steps() {
        byte[] steps = new byte[256];
        Arrays.fill(steps, (byte) START.length());
        for (int i = 0; i < START.length(); i++) {
            byte step = (byte) (START.length() - 1 - i);
            steps[START.charAt(i)] = step;
            steps[Character.toUpperCase(START.charAt(i))] = step;
        }
        return steps;
    }

    private static boolean isVariable(byte[] bytes, int at) {
        for (String name : IIS_EXPRESS) {
            int length = Math.min(name.length(), bytes.length - at);
            if (new String(bytes, at, length, StandardCharsets.ISO_8859_1).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a drive is named in a path or by itself, as in {@code "D:\sites"} or {@code "D:"}. */
    boolean mentionsDrive(char letter) {
        for (int at = text.indexOf(':'); at > 0; at = text.indexOf(':', at + 1)) {
            boolean drive = Character.toUpperCase(text.charAt(at - 1)) == letter;
            if (drive && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)))) {
                return true;
            }
        }
        return false;
    }

    /** Every encoding that is not UTF-16 writes the characters that are searched for as ASCII does. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.ISO_8859_1;
        }
        int start = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (start == 0xFFFE || start > 0xFF && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return start == 0xFEFF || bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    }
}
