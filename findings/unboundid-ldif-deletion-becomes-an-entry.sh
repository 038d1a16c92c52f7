#!/usr/bin/env bash
# UnboundID's LDAP SDK takes a deletion in LDIF for an entry: importing a file that deletes somebody makes them.
#
# Package: com.unboundid:unboundid-ldapsdk 7.0.5 from Maven Central; needs curl and a JDK 17 or later.
#
# RFC 2849 knows files of entries and files of changes; "changetype: delete" is a change, and ldifde writes "changetype: add" at each
# entry of an export. LDIFReader.readEntry, LDIFReader.readEntries and InMemoryDirectoryServer.importFromLDIF read both as entries that
# have an attribute "changetype": nobody complains of a deletion. A directory without a schema, as tests often have it, counts it as
# imported and has the entry afterwards; one with the usual schema refuses even the additions of ldifde, because of that attribute.
# LDIFReader.readLDIFRecord tells them apart. A modification is refused everywhere, for the line "-" that belongs to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
curl -fsSLo sdk.jar https://repo1.maven.org/maven2/com/unboundid/unboundid-ldapsdk/7.0.5/unboundid-ldapsdk-7.0.5.jar
printf 'dn: dc=test\nchangetype: add\nobjectClass: domain\ndc: test\n\n' >added.ldif
{ cat added.ldif && printf 'dn: cn=gone,dc=test\nchangetype: delete\n\n'; } >deleted.ldif
printf 'dn: dc=test\nchangetype: modify\nreplace: description\ndescription: x\n-\n\n' >modified.ldif

cat >Read.java <<'JAVA'
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFRecord;

class Read {
    public static void main(String[] args) throws Exception {
        for (String file : new String[] {"added.ldif", "deleted.ldif", "modified.ldif"}) {
            System.out.println(file + ": last record read: " + record(file) + ", as an entry: " + entry(file));
            System.out.println(file + ": imported without schema: " + imported(file, false));
            System.out.println(file + ": imported with schema: " + imported(file, true));
        }
    }

    static String record(String file) throws Exception {
        String last = "";
        try (LDIFReader reader = new LDIFReader(file)) {
            for (LDIFRecord record = reader.readLDIFRecord(); record != null; record = reader.readLDIFRecord()) {
                last = record.getClass().getSimpleName();
            }
        }
        return last;
    }

    static String entry(String file) throws Exception {
        Entry last = null;
        try (LDIFReader reader = new LDIFReader(file)) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                last = entry;
            }
        } catch (LDIFException e) {
            return "refused";
        }
        return last.getDN() + " with changetype=" + last.getAttributeValue("changetype");
    }

    static String imported(String file, boolean hasSchema) throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=test");
        if (!hasSchema) {
            config.setSchema(null);
        }
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        try {
            int count = server.importFromLDIF(true, file);
            return count + ", cn=gone is " + (server.getEntry("cn=gone,dc=test") == null ? "not there" : "there");
        } catch (LDAPException e) {
            return "refused";
        }
    }
}
JAVA
java -cp sdk.jar Read.java | tee seen.txt

cat >expected.txt <<'TEXT'
added.ldif: last record read: LDIFAddChangeRecord, as an entry: dc=test with changetype=add
added.ldif: imported without schema: 1, cn=gone is not there
added.ldif: imported with schema: refused
deleted.ldif: last record read: LDIFDeleteChangeRecord, as an entry: cn=gone,dc=test with changetype=delete
deleted.ldif: imported without schema: 2, cn=gone is there
deleted.ldif: imported with schema: refused
modified.ldif: last record read: LDIFModifyChangeRecord, as an entry: refused
modified.ldif: imported without schema: refused
modified.ldif: imported with schema: refused
TEXT
diff expected.txt seen.txt || { echo 'this has changed' >&2; exit 1; }
