package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.negotiate;
import static io.github.iisaudit.ConfigParts.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families of exports of a directory. */
final class SmallDirectories {

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallDirectories() {}

    static List<SmallFamily> all() {
        SmallDirectories directories = new SmallDirectories();
        directories.addNames();
        directories.addDomains();
        directories.addGroups();
        directories.addForms();
        directories.addSetspn();
        return directories.families;
    }

    private void add(String name, int most, String file, IntFunction<String> host, IntFunction<String> text) {
        families.add(SmallFamily.of(
                "directory: " + name, most, commands(file), n -> Map.of(HOST, host.apply(n), file, text.apply(n))));
    }

    private static List<String> commands(String file) {
        String to = " . --computer-account CONTOSO\\WEB01$ --directory " + file;
        return List.of(
                "kerberos" + to,
                "kerberos" + to + " --format json",
                "scan" + to,
                "what-if" + to + " --set useKernelMode=false");
    }

    private static String hosts(int n) {
        return configuration(
                site(application("/") + "<bindings>" + each(n, BINDING::formatted) + "</bindings>") + negotiate());
    }

    private static String hosts(int n, int applications) {
        return configuration(site(each(applications, i -> application(i == 0 ? "/" : "/a" + i)) + "<bindings>"
                        + each(n, BINDING::formatted) + "</bindings>")
                + negotiate());
    }

    private static String user(String name, String more) {
        return "dn: CN=" + name + ",DC=contoso,DC=com\nobjectClass: user\nsAMAccountName: " + name + "\n" + more + "\n";
    }

    private static String computer(String name, String more) {
        return "dn: CN=" + name + ",DC=contoso,DC=com\nobjectClass: user\nobjectClass: computer\nsAMAccountName: "
                + name
                + "$\nuserAccountControl: 4096\nobjectSid: S-1-5-21-1-2-3-" + Math.abs(name.hashCode() % 100_000)
                + "\nservicePrincipalName: HOST/" + name + "\n" + more + "\n";
    }

    private static String web() {
        return computer("WEB01", "");
    }

    private void addNames() {
        add(
                "one account of many names, many hosts",
                4_900,
                "ad.ldf",
                SmallDirectories::hosts,
                n -> web() + user("svc", each(n, i -> "servicePrincipalName: HTTP/h" + i + ".x\n")));
        add(
                "many names and hosts that do not fit",
                4_900,
                "ad.ldf",
                SmallDirectories::hosts,
                n -> web() + user("svc", each(n, i -> "servicePrincipalName: HTTP/g" + i + ".x\n")));
        add(
                "computers of many names, many hosts",
                4_900,
                "ad.ldf",
                SmallDirectories::hosts,
                n -> web() + computer("APP", each(n, i -> "servicePrincipalName: HOST/h" + i + ".x\n")));
        add(
                "many accounts of one name",
                9_000,
                "ad.ldf",
                n -> hosts(1, 1_000),
                n -> web() + each(n, i -> user("u" + i, "servicePrincipalName: HTTP/h0.x\n")));
        add(
                "names that are alike for an index",
                8_000,
                "ad.ldf",
                n -> configuration(site(application("/")
                                + "<bindings>"
                                + each(
                                        n / 2,
                                        i -> "<binding protocol=\"http\" bindingInformation=\"*:80:" + alike(i)
                                                + "\"/>")
                                + "</bindings>")
                        + negotiate()),
                n -> web() + each(n, i -> user("u" + i, "servicePrincipalName: HTTP/" + alike(i) + "\n")));
        add(
                "sAMAccountNames that are alike",
                8_000,
                "ad.ldf",
                n -> configuration("<system.applicationHost><applicationPools>"
                        + each(
                                n / 4,
                                i -> "<add name=\"P" + i
                                        + "\"><processModel identityType=\"SpecificUser\" userName=\"CONTOSO\\"
                                        + alike(i) + "\"/></add>")
                        + "</applicationPools>" + sitesOfPools(n / 4) + "</system.applicationHost>" + negotiate()),
                n -> web() + each(n, i -> user(alike(i), "")));
        add(
                "accounts, hosts and applications",
                3_000,
                "ad.ldf",
                n -> hosts(n, 100),
                n -> web() + each(n, i -> user("u" + i, "servicePrincipalName: HTTP/h" + i + ".x\n")));
        add(
                "one account that is told again and again",
                9_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web() + each(n, i -> user("u", "servicePrincipalName: HTTP/h" + i + ".x\n")));
        add(
                "stand-ins of a forest",
                4_900,
                "ad.ldf",
                n -> hosts(1_000),
                n -> web()
                        + "dn: CN=Directory Service,DC=contoso,DC=com\nobjectClass: nTDSService\n"
                        + each(n, i -> "sPNMappings: c" + i + "=http\n") + "\n");
        add(
                "a line that goes on",
                300_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web() + "dn: CN=a" + each(n, i -> "\n a") + "\n\n");
        add("a name of many parts", 300_000, "ad.ldf", n -> hosts(1), n -> web() + user("a" + each(n, i -> ",O"), ""));
        add(
                "accounts of deep names",
                1_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web() + each(n, i -> user("a" + each(200, j -> ",OU=" + (j == 0 ? i : j)), "")));
        add(
                "accounts of as many domains",
                7_000,
                "ad.ldf",
                n -> hosts(1_000),
                n -> web()
                        + each(
                                n,
                                i -> "dn: CN=u" + i + ",DC=contoso,DC=d" + i + "\nobjectClass: user\nsAMAccountName: u"
                                        + i + "\nservicePrincipalName: HTTP/h" + i + ".x\n\n"));
        add(
                "forests of short names",
                8_000,
                "ad.ldf",
                n -> hosts(1_000),
                n -> web()
                        + each(
                                n,
                                i -> "dn: CN=D" + i + ",CN=Partitions,DC=x\nobjectClass: crossRef\nnETBIOSName: D" + i
                                        + "\nnCName: DC=d" + i + ",DC=com\n\n"));
    }

    private void addDomains() {
        add(
                "users of one name in as many domains",
                6_000,
                "ad.ldf",
                n -> configuration("<system.applicationHost><applicationPools>"
                        + each(
                                n / 2,
                                i -> "<add name=\"P" + i
                                        + "\"><processModel identityType=\"SpecificUser\" userName=\"D" + i
                                        + "\\u\"/></add>")
                        + "</applicationPools>" + sitesOfPools(n / 2) + "</system.applicationHost>" + negotiate()),
                n -> web()
                        + each(
                                n,
                                i -> "dn: CN=u,DC=d" + i + ",DC=com\nobjectClass: user\nsAMAccountName: u\n\n"
                                        + "dn: CN=D" + i
                                        + ",CN=Partitions,DC=x\nobjectClass: crossRef\nnETBIOSName: D" + i
                                        + "\nnCName: DC=d" + i + ",DC=com\n\n"));
    }

    /** Texts of one length that an index by 31 times the last and the next letter takes for one. */
    private static String alike(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 14; bit++) {
            text.append((number >> bit & 1) == 0 ? "1?" : "2 ");
        }
        return text.append("x").toString();
    }

    private void addGroups() {
        add(
                "groups in each other",
                5_500,
                "ad.ldf",
                n -> hosts(1_000, 10),
                n -> web()
                        + computer(
                                "APP",
                                "msDS-AllowedToActOnBehalfOfOtherIdentity:"
                                        + " O:BAD:(A;;0xf01ff;;;S-1-5-21-1-2-3-900000)\n")
                        + each(
                                n,
                                i -> group(
                                        i,
                                        "memberOf: CN=g" + (i + 1) % n + ",DC=contoso,DC=com\nmember: CN=g"
                                                + (i + n - 1) % n + ",DC=contoso,DC=com\n")));
        add(
                "a group of many groups",
                5_500,
                "ad.ldf",
                n -> hosts(1_000, 10),
                n -> web()
                        + each(n, i -> group(i, "memberOf: CN=g0,DC=contoso,DC=com\n"))
                        + user("u", each(4_900, i -> "memberOf: CN=g" + i + ",DC=contoso,DC=com\n")));
        add(
                "back ends that name as many groups",
                2_200,
                "ad.ldf",
                n -> hosts(1_000, 10),
                n -> web()
                        + each(
                                n,
                                i -> computer(
                                        "APP" + i,
                                        "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;;0xf01ff;;;S-1-5-21-1-2-3-"
                                                + (900_000 + i) + ")\n"))
                        + each(n, i -> group(i, "member: CN=g" + (i + 1) % n + ",DC=contoso,DC=com\n")));
        add(
                "an SDDL of many entries",
                30_000,
                "ad.ldf",
                n -> hosts(1_000, 10),
                n -> web()
                        + computer(
                                "APP",
                                "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:"
                                        + each(n, i -> "(A;;GA;;;S-1-5-21-1-2-3-" + i + ")") + "\n"));
        add(
                "an SDDL of semicolons",
                900_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web()
                        + computer(
                                "APP",
                                "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:(A;" + each(n, i -> ";") + ")\n"));
        add(
                "an SDDL of brackets",
                900_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web()
                        + computer(
                                "APP", "msDS-AllowedToActOnBehalfOfOtherIdentity: O:BAD:" + each(n, i -> "(") + "\n"));
        add(
                "a binary descriptor of many entries",
                20_000,
                "ad.ldf",
                n -> hosts(1),
                n -> web() + computer("APP", "msDS-AllowedToActOnBehalfOfOtherIdentity:: " + descriptor(n) + "\n"));
    }

    private static String group(int number, String more) {
        return "dn: CN=g" + number + ",DC=contoso,DC=com\nobjectClass: group\nsAMAccountName: g" + number
                + "\nobjectSid: S-1-5-21-1-2-3-" + (900_000 + number) + "\n" + more + "\n";
    }

    private static String descriptor(int entries) {
        int size = 36;
        java.nio.ByteBuffer bytes =
                java.nio.ByteBuffer.allocate(28 + size * entries).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1)
                .put((byte) 0)
                .putShort((short) 0x8004)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(20);
        bytes.put((byte) 4)
                .put((byte) 0)
                .putShort((short) 8)
                .putShort((short) entries)
                .putShort((short) 0);
        for (int i = 0; i < entries; i++) {
            bytes.put((byte) 0).put((byte) 0).putShort((short) size).putInt(0x10000000);
            bytes.put((byte) 1).put((byte) 5).put(new byte[] {0, 0, 0, 0, 0, 5});
            bytes.putInt(21).putInt(1).putInt(2).putInt(3).putInt(i);
        }
        return java.util.Base64.getEncoder().encodeToString(bytes.array());
    }

    private void addForms() {
        add(
                "rows of csvde",
                9_000,
                "ad.csv",
                n -> hosts(1_000),
                n -> "DN,objectClass,sAMAccountName,servicePrincipalName\r\n"
                        + each(
                                n,
                                i -> "\"CN=u" + i + ",DC=contoso,DC=com\",user,u" + i + ",HTTP/h" + i + ".x;HTTP/g" + i
                                        + ".x\r\n"));
        add(
                "columns of csvde",
                200_000,
                "ad.csv",
                n -> hosts(1),
                n -> "DN,sAMAccountName" + each(n, i -> ",c") + "\r\n" + "\"CN=u,DC=x\",u" + each(n, i -> ",c")
                        + "\r\n");
        add(
                "quotes of a cell",
                450_000,
                "ad.csv",
                n -> hosts(1),
                n -> "DN,sAMAccountName\r\n\"CN=u,DC=x\",\"" + each(n, i -> "\"\"") + "\"\r\n");
        add(
                "values of a cell",
                60_000,
                "ad.csv",
                n -> hosts(1),
                n -> "DN,objectClass,sAMAccountName,servicePrincipalName\r\n\"CN=u,DC=x\",user,u,"
                        + each(n, i -> "HTTP/h" + i + ".x;") + "\r\n");
        add(
                "objects of PowerShell",
                5_000,
                "ad.json",
                n -> hosts(1_000),
                n -> "["
                        + each(
                                n,
                                i -> (i == 0 ? "" : ",")
                                        + "{\"DistinguishedName\":\"CN=u" + i
                                        + ",DC=contoso,DC=com\",\"ObjectClass\":\"user\",\"SamAccountName\":\"u" + i
                                        + "\",\"servicePrincipalName\":[\"HTTP/h" + i + ".x\"]}")
                        + "]");
        add(
                "names in a text of PowerShell",
                40_000,
                "ad.json",
                n -> hosts(1),
                n ->
                        "[{\"DistinguishedName\":\"CN=u,DC=x\",\"ObjectClass\":\"user\",\"SamAccountName\":\"u\",\"MemberOf\":\""
                                + each(n, i -> "CN=g" + i + ",DC=contoso ") + "\"}]");
        add(
                "blanks in a text of PowerShell",
                900_000,
                "ad.json",
                n -> hosts(1),
                n ->
                        "[{\"DistinguishedName\":\"CN=u,DC=x\",\"ObjectClass\":\"user\",\"SamAccountName\":\"u\",\"MemberOf\":\"CN=g,DC=x"
                                + each(n, i -> " ") + "1\"}]");
        add(
                "objects in each other",
                300_000,
                "ad.json",
                n -> hosts(1),
                n -> "[{\"MemberOf\":" + each(n / 2, i -> "[") + each(n / 2, i -> "]") + "}]");
    }

    private void addSetspn() {
        add(
                "setspn of many accounts",
                12_000,
                "spn.txt",
                n -> hosts(1_000),
                n -> each(n, i -> "Registered ServicePrincipalNames for CN=u" + i + ",DC=x:\n\tHTTP/h" + i + ".x\n"));
        add(
                "setspn of many names",
                45_000,
                "spn.txt",
                n -> hosts(1_000),
                n -> "Registered ServicePrincipalNames for CN=u,DC=x:\n" + each(n, i -> "\tHTTP/h" + i + ".x\n"));
        add(
                "setspn of many answers",
                13_000,
                "spn.txt",
                n -> hosts(4_000),
                n -> each(n, i -> "C:\\> setspn -Q HTTP/g" + i + ".x\nNo such SPN found.\n"));
        add(
                "setspn of a pattern of stars",
                400_000,
                "spn.txt",
                n -> configuration(
                        site(application("/") + "<bindings><binding protocol=\"http\" bindingInformation=\"*:80:"
                                        + "a".repeat(200) + "\"/></bindings>")
                                + negotiate()),
                n -> "C:\\> setspn -Q HTTP/" + each(n, i -> "a*") + "b\nNo such SPN found.\n");
        add(
                "setspn of patterns of few stars",
                20_000,
                "spn.txt",
                n -> hosts(2_000),
                n -> each(n, i -> "> setspn -Q *a*a*a*" + i + "\nNo such SPN found.\n"));
        add(
                "setspn of one name's accounts",
                18_000,
                "spn.txt",
                n -> hosts(1_000),
                n -> "HTTP/h0.x is registered on these accounts:\n"
                        + each(n, i -> "\tCN=u" + i + ",OU=x,DC=contoso,DC=com\n")
                        + "\nfound 1 group of duplicate SPNs.\n");
    }

    /** A site for each pool, with a host name of its own. */
    private static String sitesOfPools(int n) {
        return "<sites>"
                + each(
                        n,
                        i -> "<site name=\"S" + i + "\" id=\"" + i + "\"><application path=\"/\" applicationPool=\"P"
                                + i
                                + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\"/></application><bindings>"
                                + BINDING.formatted(i) + "</bindings></site>")
                + "</sites>";
    }
}
