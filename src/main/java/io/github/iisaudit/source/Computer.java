package io.github.iisaudit.source;

import java.util.List;
import java.util.Locale;

/**
 * The account of the computer whose configuration is read, as far as it is known: {@code WEB01$}, or {@code CONTOSO\WEB01$}. A
 * folder's name tells it only where somebody called the folder after the computer; that of a lone file tells nothing. In a container
 * it is the gMSA that the container has.
 *
 * @param account empty where it is not known
 * @see <a href="https://learn.microsoft.com/troubleshoot/windows-server/active-directory/naming-conventions-for-computer-domain-site-ou">Naming conventions for computers</a>
 */
public record Computer(String account) {

    /** One of which nothing is known. */
    public static final Computer UNKNOWN = new Computer("");

    private static final int LONGEST = 15;

    /** What folders are called that were called after something else than a computer. */
    private static final List<String> GENERIC = List.of(
            "administration",
            "after",
            "ansible",
            "app",
            "apphost",
            "applicationhost",
            "applications",
            "apps",
            "archive",
            "audit",
            "azure",
            "backup",
            "backups",
            "before",
            "build",
            "collect",
            "collected",
            "conf",
            "config",
            "configs",
            "configuration",
            "copy",
            "current",
            "data",
            "deploy",
            "desktop",
            "develop",
            "dist",
            "documents",
            "download",
            "downloads",
            "drift",
            "drive",
            "drives",
            "dump",
            "etc",
            "example",
            "examples",
            "export",
            "fetched",
            "files",
            "fixtures",
            "fleet",
            "home",
            "host",
            "hosts",
            "iis",
            "iisaudit",
            "iisconfig",
            "iisexpress",
            "inetpub",
            "inetsrv",
            "infra",
            "input",
            "inventory",
            "latest",
            "live",
            "main",
            "master",
            "new",
            "old",
            "output",
            "prod",
            "production",
            "project",
            "projects",
            "qa",
            "release",
            "repo",
            "repository",
            "root",
            "sample",
            "samples",
            "server",
            "servers",
            "share",
            "site",
            "sites",
            "snapshot",
            "snapshots",
            "source",
            "src",
            "staging",
            "stdin",
            "sysnative",
            "system",
            "system32",
            "system64",
            "syswow64",
            "temp",
            "test",
            "testdata",
            "tests",
            "tmp",
            "user",
            "users",
            "web",
            "webserver",
            "windows",
            "work",
            "workspace",
            "wwwroot");

    /** The computer that a folder seems to be called after; a domain behind its name is no part of the account's. */
    static Computer calledAfter(String folder) {
        int dot = folder.indexOf('.');
        String name = dot < 0 ? folder : folder.substring(0, dot);
        boolean isName = !name.isEmpty()
                && name.length() <= LONGEST
                && isOf(name, "-_")
                && hasLetter(name)
                && name.length() > 1
                && !isGeneric(name.toLowerCase(Locale.ROOT));
        return isName ? new Computer(name + "$") : UNKNOWN;
    }

    /** {@code iis-config} and {@code snapshot-2026} are no names of computers, and {@code web-01} is one. */
    private static boolean isGeneric(String name) {
        for (String word : name.split("[-_]", -1)) {
            boolean isDate = word.length() >= 4 && isNumber(word);
            boolean isDrive = word.length() == 1 && Character.isLetter(word.charAt(0));
            if (!isDate && !isDrive && !word.isEmpty() && !GENERIC.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has letters and digits of ASCII and these characters only. */
    private static boolean isOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a text is an account as this class has it: with a {@code $} at its end, and a domain before it or none. */
    public static boolean isAccount(String text) {
        int backslash = text.indexOf('\\');
        String name = text.substring(backslash + 1);
        return backslash != 0
                && name.length() > 1
                && name.indexOf('$') == name.length() - 1
                && isOf(text, "-_.$\\")
                && name.indexOf('\\') < 0;
    }

    /** Whether its name is known. */
    public boolean isKnown() {
        return !account.isEmpty();
    }

    /** The account in words: {@code the computer account WEB01$}. */
    public String words() {
        return isKnown() ? words(account) : "the computer account";
    }

    /** An account of a server in words. One with a domain was named by somebody, and may be the gMSA of a container. */
    public static String words(String account) {
        return (account.indexOf('\\') < 0 ? "the computer account " : "the server's account ") + account;
    }

    /** Its name without a domain; empty where it is not known. */
    public String name() {
        return isKnown() ? account.substring(account.indexOf('\\') + 1, account.length() - 1) : "";
    }

    /** Whether it has this name, ignoring case; false where it is not known. */
    public boolean isNamed(String name) {
        return isKnown() && name.equalsIgnoreCase(name());
    }

    /** Whether a host name is its own, alone or with a domain behind it; false where it is not known. */
    public boolean isHost(String host) {
        String own = name();
        boolean isDomainBehind = host.length() > own.length() && host.charAt(own.length()) == '.';
        return isNamed(host) || isKnown() && isDomainBehind && host.regionMatches(true, 0, own, 0, own.length());
    }
}
