package io.github.iisaudit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/** Exports of directories in every form that is read, with passwords where directories and their owners keep them. */
final class Directories {

    /** The names of the files, the form of each by its end. */
    static final List<String> FILES = List.of("ad.ldf", "ad.csv", "ad-powershell.csv", "ad.json", "setspn.txt");

    private static final List<String> SECRET_NAMES = List.of(
            "unicodePwd", "userPassword", "ms-Mcs-AdmPwd", "msLAPS-Password", "msDS-ManagedPassword", "comment");

    private final Dice dice;

    /** An account and what belongs to it; the last of the pairs is secret. */
    private record Entry(String distinguishedName, List<List<String>> pairs) {}

    Directories(Dice dice) {
        this.dice = dice;
    }

    /** One export in the form of a name of {@link #FILES}. */
    byte[] export(String name) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i <= dice.below(4); i++) {
            entries.add(entry(i));
        }
        String text = switch (name) {
            case "ad.ldf" -> ldif(entries);
            case "ad.csv" -> csv(entries, false);
            case "ad-powershell.csv" -> "#TYPE System.Management.Automation.PSObject\r\n" + csv(entries, true);
            case "ad.json" -> json(entries);
            default -> setspn(entries);
        };
        return new Bytes(dice).encoded(text);
    }

    private Entry entry(int number) {
        boolean isComputer = dice.oneIn(2);
        String account = dice.oneIn(8) ? Nasty.value(dice) : isComputer ? "WEB0" + number + "$" : "svc" + number;
        List<List<String>> pairs = new ArrayList<>();
        pairs.add(List.of("objectClass", isComputer ? "computer" : dice.of("user", "msDS-GroupManagedServiceAccount")));
        pairs.add(List.of("sAMAccountName", account));
        pairs.add(List.of("userAccountControl", dice.of("512", "514", "4096", "528384", "-1", Nasty.value(dice))));
        pairs.add(List.of("msDS-SupportedEncryptionTypes", dice.of("24", "4", "0", Nasty.value(dice))));
        for (int i = 0; i < dice.below(4); i++) {
            String host = dice.of("intranet.example", "web0" + number, Nasty.value(dice));
            pairs.add(List.of("servicePrincipalName", dice.of("HTTP/", "http/", "HOST/", "") + host));
        }
        if (dice.oneIn(3)) {
            pairs.add(List.of("msDS-AllowedToDelegateTo", dice.of("cifs/files", Nasty.value(dice))));
        }
        pairs.add(List.of(dice.of(SECRET_NAMES), Secrets.TEXT));
        return new Entry("CN=" + (dice.oneIn(8) ? Nasty.value(dice) : "a" + number) + ",DC=contoso,DC=com", pairs);
    }

    private String ldif(List<Entry> entries) {
        StringBuilder text = new StringBuilder(dice.of("", "version: 1\n\n"));
        for (Entry entry : entries) {
            text.append(ldifLine("dn", entry.distinguishedName));
            text.append(dice.oneIn(3) ? "changetype: " + dice.of("add", "delete", "modify") + "\n" : "");
            entry.pairs.forEach(pair -> text.append(ldifLine(pair.get(0), pair.get(1))));
            text.append('\n');
        }
        return text.toString();
    }

    private String ldifLine(String name, String value) {
        boolean isPlain = value.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !value.startsWith(" ");
        String line = isPlain && !dice.oneIn(4)
                ? name + ": " + value
                : name + ":: " + Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
        int at = 1 + dice.below(line.length());
        return (dice.oneIn(6) ? line.substring(0, at) + "\n " + line.substring(at) : line) + "\n";
    }

    /** Of csvde, or with all values quoted as Export-Csv has them. */
    private static String csv(List<Entry> entries, boolean isQuoted) {
        List<String> names = names(entries);
        StringBuilder text = new StringBuilder();
        StringJoiner head = new StringJoiner(",");
        head.add(quoted("DN", isQuoted));
        names.forEach(name -> head.add(quoted(name, isQuoted)));
        text.append(head).append("\r\n");
        for (Entry entry : entries) {
            StringJoiner line = new StringJoiner(",");
            line.add(quoted(entry.distinguishedName, true));
            names.forEach(name -> line.add(quoted(String.join(";", values(entry, name)), isQuoted)));
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    private static String quoted(String value, boolean isQuoted) {
        return isQuoted || value.contains(",") || value.contains("\n") || value.contains("\"")
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }

    private static String json(List<Entry> entries) {
        StringJoiner all = new StringJoiner(",\n", "[", "]");
        for (Entry entry : entries) {
            StringJoiner members = new StringJoiner(",", "{", "}");
            members.add("\"DistinguishedName\":" + literal(entry.distinguishedName));
            for (String name : names(List.of(entry))) {
                StringJoiner values = new StringJoiner(",", "[", "]");
                values(entry, name).forEach(value -> values.add(literal(value)));
                members.add(literal(name) + ":" + values);
            }
            all.add(members.toString());
        }
        return all.toString();
    }

    private static String literal(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            literal.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : c);
        }
        return literal.append('"').toString();
    }

    private static String setspn(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append("Registered ServicePrincipalNames for ")
                    .append(entry.distinguishedName)
                    .append(":\r\n");
            values(entry, "servicePrincipalName")
                    .forEach(name -> text.append("        ").append(name).append("\r\n"));
        }
        return text.toString();
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.pairs.stream())
                .map(pair -> pair.get(0))
                .distinct()
                .toList();
    }

    private static List<String> values(Entry entry, String name) {
        return entry.pairs.stream()
                .filter(pair -> pair.get(0).equals(name))
                .map(pair -> pair.get(1))
                .toList();
    }
}
