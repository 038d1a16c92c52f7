package io.github.iisaudit.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Directories made of texts. */
final class Exports {

    private Exports() {}

    static Directory of(String... texts) {
        Registry registry = new Registry();
        for (String text : texts) {
            try {
                read(registry, text, StandardCharsets.UTF_8);
            } catch (UnreadableDirectoryException e) {
                throw new AssertionError(e);
            }
        }
        return registry.directory();
    }

    static void read(Registry registry, String text, Charset charset) throws UnreadableDirectoryException {
        try {
            registry.read("export", new ByteArrayInputStream(text.getBytes(charset)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String ldif(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    /** A user of contoso.test. */
    static String user(String name, String... lines) {
        return ldif("dn: CN=" + name + ",DC=contoso,DC=test", "objectClass: user", "sAMAccountName: " + name)
                + lines(lines);
    }

    /** A computer of contoso.test with the names that it writes itself. */
    static String computer(String name, String... lines) {
        return ldif(
                        "dn: CN=" + name + ",DC=contoso,DC=test",
                        "objectClass: user",
                        "objectClass: computer",
                        "sAMAccountName: " + name + "$",
                        "servicePrincipalName: HOST/" + name,
                        "servicePrincipalName: HOST/" + name + ".contoso.test")
                + lines(lines);
    }

    private static String lines(String... lines) {
        return ldif(lines) + (lines.length == 0 ? "" : "\n");
    }
}
