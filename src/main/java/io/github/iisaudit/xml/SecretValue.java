package io.github.iisaudit.xml;

/** The value of what is called as a secret is: what of it may be seen by rules and reports. */
final class SecretValue {

    static final String STARS = "***";

    private static final int SHORTEST_TOKEN = 8;

    /** What somebody starred before: more stars than ours, so that rules can tell. */
    private static final String STARRED = "********";

    /** How IIS writes what it encrypts, https://learn.microsoft.com/iis/manage/configuring-security/using-encryption-to-protect-passwords */
    private static final String ENCRYPTED = "[enc:";

    private static final String ENCRYPTED_END = ":enc]";

    /** Where {@code aspnet_setreg} has put it, which is no secret itself: https://support.microsoft.com/kb/329290 */
    private static final String REGISTRY = "registry:";

    /** How tools that deploy write what they will replace. */
    private static final String[] PLACEHOLDERS = {"#{", "}", "${", "}", "$(", ")"};

    private static final String[] WHOLE_PLACEHOLDERS = {"__", "__", "%", "%"};

    private SecretValue() {}

    /** What stands for the value in a tree: says whether there is one, and of which of the known forms, and nothing else. */
    static String masked(String value) {
        if (isOpen(value)) {
            return value;
        } else if (value.regionMatches(true, 0, REGISTRY, 0, REGISTRY.length())) {
            return REGISTRY + STARS;
        }
        return isStarred(value) ? STARRED : placeholder(value);
    }

    /** Whether there is nothing to hide. */
    static boolean isOpen(String value) {
        return value.isEmpty()
                || value.equalsIgnoreCase("true")
                || value.equalsIgnoreCase("false")
                || isEncrypted(value)
                || isMadeByMachine(value);
    }

    /** The whole form of it: {@code [enc:PROVIDER:BASE64:enc]}. A password may begin like that. */
    private static boolean isEncrypted(String value) {
        int end = value.length() - ENCRYPTED_END.length();
        int middle = value.indexOf(':', ENCRYPTED.length());
        if (!value.startsWith(ENCRYPTED) || !value.endsWith(ENCRYPTED_END) || middle < 0 || middle >= end) {
            return false;
        }
        for (int i = ENCRYPTED.length(); i < end; i++) {
            char c = value.charAt(i);
            boolean isBase64 = Letters.isNameChar(c) || "+/=".indexOf(c) >= 0;
            if (i != middle && !isBase64) {
                return false;
            }
        }
        return end > middle + 1 && middle > ENCRYPTED.length();
    }

    /** Keys of ASP.NET that each machine makes for itself: {@code AutoGenerate,IsolateApps}. */
    private static boolean isMadeByMachine(String value) {
        return switch (value) {
            case "AutoGenerate", "AutoGenerate,IsolateApps", "AutoGenerate,IsolateByAppId" -> true;
            default -> value.equals("AutoGenerate,IsolateApps,IsolateByAppId");
        };
    }

    /** Whether there is a run of letters and digits in it that no word is. */
    static boolean hasToken(String value) {
        int run = 0;
        boolean hasDigit = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            boolean goesOn = isDigit || Letters.isLetter(c) || c == '-' || c == '_';
            run = goesOn ? run + 1 : 0;
            hasDigit = goesOn && (hasDigit || isDigit);
            if (hasDigit && run >= SHORTEST_TOKEN) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStarred(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("*xX.\u2022".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String placeholder(String value) {
        for (int i = 0; i < PLACEHOLDERS.length; i += 2) {
            int at = value.indexOf(PLACEHOLDERS[i]);
            if (at >= 0 && value.indexOf(PLACEHOLDERS[i + 1], at) > 0) {
                return PLACEHOLDERS[i] + STARS + PLACEHOLDERS[i + 1];
            }
        }
        for (int i = 0; i < WHOLE_PLACEHOLDERS.length; i += 2) {
            String mark = WHOLE_PLACEHOLDERS[i];
            if (value.length() > 2 * mark.length() && value.startsWith(mark) && value.endsWith(mark)) {
                return mark + STARS + mark;
            }
        }
        return STARS;
    }
}
