package io.github.iisaudit.evidence;

import java.util.Collection;
import java.util.Locale;

/** What the headers {@code WWW-Authenticate} of an answer want of a client that can do Windows authentication. */
enum Offer {
    /** Nothing. */
    NONE,
    /** To begin: the names of schemes. */
    BARE,
    /** To go on: a scheme with a token. */
    CONTINUED;

    /** @param headers their values; several schemes may stand in one, with commas between */
    static Offer of(Collection<String> headers) {
        Offer offer = NONE;
        for (String header : headers) {
            for (String part : header.split("[,\\n]")) {
                String[] words = part.strip().split("\\s+");
                if (isWindows(words[0])) {
                    Offer own = words.length > 1 ? CONTINUED : BARE;
                    offer = own.compareTo(offer) > 0 ? own : offer;
                }
            }
        }
        return offer;
    }

    /** Whether a scheme is one of Windows authentication. */
    static boolean isWindows(String scheme) {
        String name = scheme.toLowerCase(Locale.ROOT);
        return name.equals("negotiate") || name.equals("ntlm") || name.equals("kerberos");
    }
}
