package io.github.iisaudit.directory;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads saved text of setspn with {@code -L}, {@code -Q} and {@code -X}, and of samba-tool: which account holds which names, and of
 * which name all holders are told. The words differ by language; what counts is where names stand.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/cc731241(v=ws.11)">setspn</a>
 */
final class SetspnReader {

    private final Lines lines;
    private final Intake intake;
    private @Nullable Entry account;
    private String shared = "";
    private String query = "";
    private boolean isQueryOfDuplicates;
    private boolean isAnything;

    /** How many names with several holders were told since the last answer. */
    private int groups;

    private SetspnReader(Reader text, Intake intake) {
        this.lines = new Lines(text);
        this.intake = intake;
    }

    static void read(Reader text, Intake intake) throws IOException, UnreadableDirectoryException {
        SetspnReader reader = new SetspnReader(text, intake);
        for (StringBuilder line = reader.lines.next(); line != null; line = reader.lines.next()) {
            reader.line(line.toString());
        }
        reader.endAccount();
        if (!reader.isAnything) {
            throw new UnreadableDirectoryException("no account and no answer of setspn stands in it");
        }
    }

    private void line(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            endAccount();
            shared = "";
        } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            indented(text);
        } else {
            heading(text);
        }
    }

    private void indented(String text) {
        if (isName(text) && !shared.isEmpty()) {
            Entry holder = new Entry();
            holder.add(Attribute.DN, text);
            holder.add(Attribute.SPN, shared);
            holder.lose(Attribute.SPN);
            isAnything = true;
            intake.add(holder);
        } else if (account != null && text.indexOf('/') > 0) {
            account.add(Attribute.SPN, text);
        }
    }

    private void heading(String text) {
        int name = text.toLowerCase(Locale.ROOT).indexOf("cn=");
        if (isCommand(text)) {
            command(text);
        } else if (name == 0 && isName(text)) {
            begin(text);
        } else if (name > 0 && (text.endsWith(":") || text.startsWith("User "))) {
            begin(distinguished(text.substring(name)));
        } else if (text.endsWith(":") && text.indexOf('/') > 0 && text.indexOf('/') < text.indexOf(' ')) {
            endAccount();
            shared = text.substring(0, text.indexOf(' '));
            groups++;
        } else {
            outcome(text);
        }
    }

    /** The name that a heading is about: what stands before its colon, or before what samba-tool says of it. */
    private static String distinguished(String rest) {
        int words = rest.indexOf(" has ");
        return words > 0 ? rest.substring(0, words) : rest.substring(0, rest.lastIndexOf(':'));
    }

    private void begin(String dn) {
        endAccount();
        account = new Entry();
        account.add(Attribute.DN, dn);
    }

    private void endAccount() {
        if (account != null) {
            isAnything = true;
            intake.ask(Attribute.SPN);
            intake.add(account);
            account = null;
        }
    }

    private static boolean isName(String text) {
        return text.regionMatches(true, 0, "CN=", 0, 3)
                && text.toLowerCase(Locale.ROOT).contains(",dc=");
    }

    private static boolean isCommand(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("setspn ") && (lower.contains(" -") || lower.contains(" /"));
    }

    private void command(String text) {
        endAccount();
        String[] words = text.split("\\s+");
        query = "";
        isQueryOfDuplicates = false;
        for (int i = 0; i < words.length; i++) {
            String option = words[i].toLowerCase(Locale.ROOT);
            if ((option.equals("-q") || option.equals("/q")) && i + 1 < words.length) {
                query = words[i + 1];
            }
            isQueryOfDuplicates |= option.equals("-x") || option.equals("/x");
        }
    }

    /** The number in {@code found 2 groups of duplicate SPNs.} */
    private static long found(String text) {
        long number = 0;
        for (int i = "found ".length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = Math.min(10 * number + Character.digit(text.charAt(i), 10), Integer.MAX_VALUE);
        }
        return number;
    }

    /** The last line of an answer: without it nobody knows whether it is whole. */
    private void outcome(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("duplicate spn") && lower.startsWith("found ")) {
            isAnything = true;
            if (groups >= found(lower)) {
                intake.knowDuplicates();
            }
            groups = 0;
        } else if (lower.startsWith("existing spn found") || lower.startsWith("no such spn found")) {
            isAnything = true;
            if (!query.isEmpty()) {
                intake.answer(query);
            }
        }
        if (isQueryOfDuplicates && lower.startsWith("operation will be performed forest")) {
            isAnything = true;
        }
    }
}
