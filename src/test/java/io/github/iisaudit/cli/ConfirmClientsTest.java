package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What registry files set for clients. */
class ConfirmClientsTest {

    private static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    @TempDir
    Path folder;

    private Evidence evidence;

    @BeforeEach
    void nothing() {
        evidence = new Evidence(folder);
    }

    private List<String> reg(String... lines) {
        String text = "Windows Registry Editor Version 5.00\r\n\r\n" + String.join("\r\n", lines) + "\r\n";
        evidence.file("user.reg", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        return clients();
    }

    private List<String> clients() {
        return evidence.json()
                .path("clients")
                .valueStream()
                .map(c -> c.path("scope").asString() + " " + c.path("value").asInt()
                        + (c.path("conditional").asBoolean() ? " conditional" : ""))
                .toList();
    }

    @Test
    void anExportSetsItForItsUser() {
        assertThat(reg("[HKEY_CURRENT_USER\\" + KEY + "]", "\"Other\"=\"x\"", "\"disablentlmpreauth\"=dword:00000001"))
                .containsExactly("HKCU 1");
        assertThat(evidence.json().path("clients").get(0).path("line").asInt()).isEqualTo(5);
        assertThat(reg(
                        "[HKEY_USERS\\S-1-5-21-1-2-3-1001\\" + KEY + "]",
                        "\"DisableNTLMPreAuth\"=hex(4):01,00,\\",
                        "  00,00"))
                .containsExactly("HKU 1");
        assertThat(evidence.run("--format", "json").out()).doesNotContain("S-1-5-21");
    }

    @Test
    void theLastLineWinsAndADeletionLeavesNothing() {
        String key = "[HKCU\\" + KEY.toUpperCase(Locale.ROOT) + "]";
        String on = "\"DisableNTLMPreAuth\"=dword:1";
        assertThat(reg(key, on, "\"DisableNTLMPreAuth\"=dword:0")).containsExactly("HKCU 0");
        assertThat(reg(key, on, "\"DisableNTLMPreAuth\"=-")).isEmpty();
        assertThat(reg(key, on, "[-HKEY_CURRENT_USER\\Software\\Microsoft]")).isEmpty();
        assertThat(reg(key, ";" + on, "\"DisableNTLMPreAuth\"=\"1\"")).isEmpty();
        assertThat(reg("[HKCU\\Software\\Elsewhere\\Internet Settings]", on)).isEmpty();
    }

    @Test
    void anOldExportIsReadToo() {
        evidence.file(
                "a.reg", "REGEDIT4\n\n[HKEY_CURRENT_USER\\" + KEY + "]\n\"DisableNTLMPreAuth\"=dword:00000001 ; why\n");
        assertThat(clients()).containsExactly("HKCU 1");
    }

    private List<String> preferences(String items) {
        evidence.file(
                "Registry.xml",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<RegistrySettings clsid=\"{A}\">\n" + items
                        + "</RegistrySettings>");
        return clients();
    }

    private static String item(String attributes, String action, String filters) {
        return "<Registry clsid=\"{B}\" name=\"x\"" + attributes + "><Properties action=\"" + action
                + "\" hive=\"HKEY_CURRENT_USER\" key=\"" + KEY
                + "\" name=\"DisableNTLMPreAuth\" type=\"REG_DWORD\" value=\"00000001\"/>" + filters + "</Registry>\n";
    }

    @Test
    void preferencesSetItForWhomTheyAreFor() {
        assertThat(preferences(item("", "U", ""))).containsExactly("HKCU 1");
        assertThat(preferences(item("", "U", "<Filters><FilterGroup name=\"g\"/></Filters>")))
                .containsExactly("HKCU 1 conditional");
        assertThat(preferences(item(" disabled=\"1\"", "U", ""))).containsExactly("HKCU 1 conditional");
        assertThat(preferences(
                        "<Collection disabled=\"1\"><Collection>" + item("", "U", "") + "</Collection></Collection>"))
                .containsExactly("HKCU 1 conditional");
        assertThat(preferences(item("", "D", ""))).isEmpty();
    }

    @Test
    void filtersOfACollectionHoldForAllInIt() {
        String filter = "<Filters><FilterOrgUnit name=\"o\"/></Filters>";
        assertThat(preferences("<Collection>" + filter + item("", "U", "") + "</Collection>"))
                .containsExactly("HKCU 1 conditional");
        assertThat(preferences("<Collection>" + item("", "U", "") + filter + "</Collection>"))
                .containsExactly("HKCU 1 conditional");
    }

    private static byte[] policy(String name, int value) {
        String entry = "[" + KEY + "\0;" + name + "\0;\u0004\0;\u0004\0;" + (char) value + "\0]";
        byte[] text = entry.getBytes(StandardCharsets.UTF_16LE);
        byte[] all = new byte[text.length + 8];
        System.arraycopy(new byte[] {'P', 'R', 'e', 'g', 1, 0, 0, 0}, 0, all, 0, 8);
        System.arraycopy(text, 0, all, 8, text.length);
        return all;
    }

    @Test
    void aPolicyFileSetsItForItsHalf() {
        evidence.file("User/Registry.pol", policy("DisableNTLMPreAuth", 1));
        assertThat(clients()).containsExactly("HKCU 1");
        evidence.file("User/Registry.pol", policy("**del.DisableNTLMPreAuth", 1));
        assertThat(clients()).isEmpty();
        evidence.file("Machine/Registry.pol", policy("DisableNTLMPreAuth", 1));
        assertThat(clients()).containsExactly("HKLM 1");
        assertThat(evidence.run().out()).contains("under HKLM, where no");
    }

    @Test
    void whatRollsTheCureOutIsReadAsTheCure() {
        for (String kind : List.of("reg", "gpp")) {
            Evidence own = new Evidence(folder.resolve(kind));
            Run run = Run.of("confirm", "--write-client-fix", kind);
            assertThat(run.exit()).isZero();
            JsonNode client = own.file("fix", run.out()).json().path("clients").get(0);
            assertThat(client.path("value").asInt()).as(kind).isEqualTo(1);
            assertThat(client.path("conditional").asBoolean()).isFalse();
            assertThat(run.out()).contains("way back");
        }
        assertThat(Run.of("confirm", "--write-client-fix", "powershell").out())
                .contains("-Undo", "Remove-ItemProperty");
    }
}
