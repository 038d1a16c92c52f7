package io.github.iisaudit.xml;

/**
 * Tokens that services make so that they can be told by how they begin, and addresses that are secret themselves.
 *
 * @see <a href="https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns">patterns of GitHub</a>
 * @see <a href="https://docs.gitlab.com/security/tokens/#token-prefixes">prefixes of GitLab</a>
 */
final class KnownTokens {

    private static final String[] LOW_LINE = {
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "sk_live_",
        "rk_live_",
        "sk_test_",
        "rk_test_",
        "npm_",
        "hf_",
        "dop_v1_",
        "shpat_"
    };
    private static final String[] HYPHEN = {
        "glpat-", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-", "sk-", "pypi-"
    };
    private static final String[] DOT = {"SG."};
    private static final String[] CAPITAL = {"AKIA", "ASIA"};
    private static final String[] SMALL = {"AIza"};
    private static final String[] NONE = {};

    private static final String[] WEBHOOKS = {
        "hooks.slack.com/", "discord.com/api/webhooks/", "discordapp.com/api/webhooks/", "webhook.office.com/"
    };

    /** Of a key of SendGrid so many characters stand before the next dot; names of .NET types may begin with {@code SG.}, too. */
    private static final int SENDGRID_ID = 22;

    private static final int SHORTEST = 16;

    /** A token has a digit before that. */
    private static final int LONGEST_WORD = 64;

    private static final int LONGEST_HOST = 255;

    private KnownTokens() {}

    /** The end of the token whose prefix ends with a character; 0 where that ends none. */
    static int end(String text, int last) {
        if (text.length() - last <= SHORTEST) {
            return 0;
        }
        for (String prefix : endingIn(text, last)) {
            int start = last + 1 - prefix.length();
            if (start >= 0 && text.startsWith(prefix, start) && begins(text, start)) {
                boolean isNameOfType =
                        text.charAt(last) == '.' && text.indexOf('.', last + 1) != last + 1 + SENDGRID_ID;
                return isNameOfType ? 0 : tailEnd(text, last);
            }
        }
        return 0;
    }

    private static int tailEnd(String text, int last) {
        boolean hasDigit = false;
        int end = last + 1;
        while (end < text.length()
                && Letters.isNameChar(text.charAt(end))
                && (hasDigit || end - last <= LONGEST_WORD)) {
            hasDigit |= text.charAt(end) >= '0' && text.charAt(end) <= '9';
            end++;
        }
        return hasDigit && end - last > SHORTEST ? end : 0;
    }

    private static String[] endingIn(String text, int last) {
        return switch (text.charAt(last)) {
            case '_' -> LOW_LINE;
            case '-' -> HYPHEN;
            case '.' -> DOT;
            case 'A' -> CAPITAL;
            case 'a' -> last > 0 && text.charAt(last - 1) == 'z' ? SMALL : NONE;
            default -> NONE;
        };
    }

    private static boolean begins(String text, int start) {
        return start == 0 || !Letters.isNameChar(text.charAt(start - 1)) || text.charAt(start - 1) == '-';
    }

    /** Where in an address what is secret begins, since who knows that may post; 0 where nothing is. */
    static int webhook(String text, int host) {
        int end = host;
        while (end < text.length() && end - host < LONGEST_HOST && Letters.isNameChar(text.charAt(end))) {
            end++;
        }
        for (String webhook : WEBHOOKS) {
            int name = webhook.indexOf('/');
            int start = end - name;
            boolean isHost = start == host || start > host && text.charAt(start - 1) == '.';
            if (isHost && text.startsWith(webhook, start)) {
                return start + webhook.length();
            }
        }
        return 0;
    }
}
