#!/usr/bin/env bash
# UnboundID's LDAP SDK writes a file into the shared temp folder for every bind with a Kerberos ticket, before it connects anywhere.
#
# Package: com.unboundid:unboundid-ldapsdk 7.0.5 from Maven Central; needs curl and a JDK 17 or later.
#
# A GSSAPIBindRequest without a configuration file of its own makes one for Java's Krb5LoginModule when it is constructed: in
# java.io.tmpdir, with the permissions that the umask gives (readable for everybody by default, where Java's own temp files are for the
# owner alone), and with the path of the ticket cache in it. Requests with the same settings share one, others make one more; it
# stays until the Java process ends, and a program that is killed leaves it behind. Whoever names a file (setConfigFilePath) gets none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
umask 022
curl -fsSLo sdk.jar https://repo1.maven.org/maven2/com/unboundid/unboundid-ldapsdk/7.0.5/unboundid-ldapsdk-7.0.5.jar

cat >Bind.java <<'JAVA'
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

class Bind {
    static final Path SHARED = Path.of(System.getProperty("java.io.tmpdir"));

    public static void main(String[] args) throws Exception {
        tell("at first");
        bind("krb5cc", "");
        bind("krb5cc", "");
        tell("two requests made alike");
        bind("other", "");
        tell("another one made");
        Path own = Files.writeString(Path.of("own.conf"), "GSSAPIBindRequest {};");
        bind("third", own.toString());
        tell("one made with a file of its own");
    }

    static void bind(String cache, String file) throws Exception {
        GSSAPIBindRequestProperties how = new GSSAPIBindRequestProperties("someone@EXAMPLE.TEST", (String) null);
        how.setUseTicketCache(true);
        how.setRequireCachedCredentials(true);
        how.setTicketCachePath("/home/someone/private/" + cache);
        if (!file.isEmpty()) {
            how.setConfigFilePath(file);
        }
        new GSSAPIBindRequest(how);
    }

    static void tell(String when) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(SHARED)) {
            files = all.toList();
        }
        StringBuilder said = new StringBuilder();
        for (Path file : files) {
            said.append(", ").append(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            said.append(Files.readString(file).contains("/home/someone/private/") ? " names the ticket cache" : "");
        }
        System.out.println(when + ": " + files.size() + " files" + said);
    }
}
JAVA
mkdir shared
java -cp sdk.jar -Djava.io.tmpdir=shared Bind.java | tee seen.txt
ls shared >>seen.txt

cat >expected.txt <<'TEXT'
at first: 0 files
two requests made alike: 1 files, rw-r--r-- names the ticket cache
another one made: 2 files, rw-r--r-- names the ticket cache, rw-r--r-- names the ticket cache
one made with a file of its own: 2 files, rw-r--r-- names the ticket cache, rw-r--r-- names the ticket cache
TEXT
diff expected.txt seen.txt || { echo 'this has changed' >&2; exit 1; }
