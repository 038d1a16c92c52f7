package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Changes are made where appcmd makes them with /commit:apphost. */
class HostEditTest {

    private static final String SECTION = "system.webServer/security/authentication/windowsAuthentication";
    private static final String DECLARED = "<configSections><sectionGroup name=\"system.webServer\">"
            + "<sectionGroup name=\"security\"><sectionGroup name=\"authentication\">"
            + "<section name=\"windowsAuthentication\"/></sectionGroup></sectionGroup></sectionGroup></configSections>";
    private static final String NEW = "<system.webServer><security><authentication>"
            + "<windowsAuthentication useKernelMode=\"false\"/></authentication></security></system.webServer>";

    private static String edited(String content, Consumer<HostEdit> change) {
        String text = "<configuration>" + DECLARED + content + "</configuration>";
        HostEdit edit =
                HostEdit.of(ServerConfiguration.read(MemorySource.of(text))).orElseThrow();
        change.accept(edit);
        String result = new String(edit.bytes(), StandardCharsets.UTF_8);
        assertThat(result).startsWith("\uFEFF<configuration>" + DECLARED).endsWith("</configuration>");
        return result.substring(
                1 + "<configuration>".length() + DECLARED.length(), result.length() - "</configuration>".length());
    }

    private static String off(String content, String path) {
        return edited(content, edit -> edit.set(path, SECTION, Map.of("useKernelMode", "false")));
    }

    @Test
    void anAttributeThatIsThereGetsTheValue() {
        String before = "<location path=\"s\"><system.webServer><security><authentication>"
                + "<windowsAuthentication enabled='true' useKernelMode='true'/></authentication></security>"
                + "</system.webServer></location>";
        assertThat(off(before, "S")).isEqualTo(before.replace("useKernelMode='true'", "useKernelMode='false'"));
    }

    @Test
    void anAttributeThatIsNotThereIsAddedToTheElement() {
        String before = "<location path=\"S\"><system.webServer><security><authentication>"
                + "<windowsAuthentication enabled=\"true\"><providers/></windowsAuthentication></authentication>"
                + "</security>"
                + "</system.webServer></location>";
        assertThat(off(before, "S"))
                .isEqualTo(before.replace(
                        "<windowsAuthentication enabled", "<windowsAuthentication useKernelMode=\"false\" enabled"));
    }

    private static final Wanted PROTECTED =
            new Wanted(Map.of(), Map.of("extendedProtection", Map.of("flags", "Proxy")), Map.of());

    private static Wanted providers(String... values) {
        return new Wanted(Map.of("enabled", "true"), Map.of(), Map.of("providers", List.of(values)));
    }

    @Test
    void aListThatIsThereIsReplacedWithAsManyLines() {
        String start = "<location path=\"S\"><system.webServer><security><authentication>\n<windowsAuthentication";
        String end =
                "<!-- stays -->\n</windowsAuthentication></authentication></security></system.webServer></location>";
        String before = start + "><providers>\n<add value=\"NTLM\"/>\n</providers>" + end;
        assertThat(edited(before, edit -> edit.set("S", SECTION, providers("Negotiate", "NTLM"))))
                .isEqualTo(start + " enabled=\"true\"><providers><clear/><add value=\"Negotiate\"/>"
                        + "<add value=\"NTLM\"/>\n\n</providers>" + end);
    }

    @Test
    void elementsThatAreNotThereAreAddedTogether() {
        String start = "<location path=\"S\"><system.webServer><security><authentication><windowsAuthentication";
        String end = "</authentication></security></system.webServer></location>";
        Wanted both = new Wanted(Map.of("enabled", "true"), PROTECTED.elements(), Map.of("providers", List.of("NTLM")));
        String inside = "<extendedProtection flags=\"Proxy\"/><providers><clear/><add value=\"NTLM\"/></providers>";
        assertThat(edited(start + "/>" + end, edit -> edit.set("S", SECTION, both)))
                .isEqualTo(start + " enabled=\"true\">" + inside + "</windowsAuthentication>" + end);
        assertThat(edited("<location path=\"S\"/>", edit -> edit.set("S", SECTION, both)))
                .isEqualTo(start + " enabled=\"true\">" + inside + "</windowsAuthentication>" + end);
    }

    @Test
    void anElementThatIsThereGetsTheAttribute() {
        String before = "<location path=\"S\"><system.webServer><security><authentication><windowsAuthentication>"
                + "<extendedProtection flags=\"None\"><spn name=\"HTTP/a\"/></extendedProtection>"
                + "</windowsAuthentication></authentication></security></system.webServer></location>";
        assertThat(edited(before, edit -> edit.set("S", SECTION, PROTECTED)))
                .isEqualTo(before.replace("None", "Proxy"));
    }

    @Test
    void aSectionIsAddedInsideTheGroupsThatAreThere() {
        assertThat(off(
                        "<location path=\"S\"><system.webServer><security><x/></security></system.webServer>"
                                + "</location>",
                        "S"))
                .isEqualTo("<location path=\"S\"><system.webServer><security><x/><authentication><windowsAuthentication"
                        + " useKernelMode=\"false\"/></authentication></security></system.webServer></location>");
        assertThat(off("<location path=\"S\"><system.webServer><security /></system.webServer></location>", "S"))
                .isEqualTo("<location path=\"S\"><system.webServer><security ><authentication><windowsAuthentication"
                        + " useKernelMode=\"false\"/></authentication></security></system.webServer></location>");
    }

    @Test
    void anEmptyTagIsOpened() {
        assertThat(off("<location path=\"S\"/>", "S")).isEqualTo("<location path=\"S\">" + NEW + "</location>");
    }

    @Test
    void aNewTagStandsAtTheEnd() {
        assertThat(off("<x/>\n", "S & \"T\"/a"))
                .isEqualTo("<x/>\n<location path=\"S &amp; &quot;T&quot;/a\">" + NEW + "</location>");
    }

    @Test
    void aTagThatWouldLockOrUnlockTheSectionIsLeftAlone() {
        for (String mode : new String[] {
            "overrideMode=\"Allow\"", "allowOverride=\"false\"", "inheritInChildApplications=\"false\""
        }) {
            String before = "<location path=\"S\" " + mode + "><x/></location>";
            assertThat(off(before, "S")).isEqualTo(before + "<location path=\"S\">" + NEW + "</location>");
        }
    }

    @Test
    void aSectionInsideSuchATagIsChangedThere() {
        String before = "<location path=\"S\" overrideMode=\"Allow\"><system.webServer><security><authentication>"
                + "<windowsAuthentication/></authentication></security></system.webServer></location>";
        assertThat(off(before, "S"))
                .isEqualTo(before.replace("<windowsAuthentication", "<windowsAuthentication useKernelMode=\"false\""));
    }

    @Test
    void forTheWholeServerItStandsOutsideLocationTags() {
        assertThat(off("<location path=\"S\"/>", "")).isEqualTo("<location path=\"S\"/>" + NEW);
        String global = "<location path=\".\">" + NEW.replace("false", "true") + "</location>";
        assertThat(off(global, "")).isEqualTo(global.replace("true", "false"));
    }

    @Test
    void severalChangesAreMadeAtOnce() {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("useKernelMode", "false");
        both.put("enabled", "true");
        String after = edited("", edit -> {
            edit.set("S", SECTION, both);
            edit.set("T", SECTION, Map.of("enabled", "false"));
        });
        assertThat(after)
                .startsWith("<location path=\"S\">")
                .contains("<windowsAuthentication useKernelMode=\"false\" enabled=\"true\"/>")
                .containsSubsequence("</location><location path=\"T\">", "enabled=\"false\"");
    }

    @Test
    void aPoolGetsAProcessModel() {
        String before = "<system.applicationHost><applicationPools><add name=\"P\"/>"
                + "<add name=\"Q\"><processModel identityType=\"LocalSystem\"/></add></applicationPools>"
                + "</system.applicationHost>";
        String after = edited(before, edit -> {
            assertThat(edit.setProcessModel("p", Map.of("identityType", "NetworkService")))
                    .isTrue();
            assertThat(edit.setProcessModel("Q", Map.of("identityType", "NetworkService")))
                    .isTrue();
            assertThat(edit.setProcessModel("R", Map.of("identityType", "NetworkService")))
                    .isFalse();
        });
        assertThat(after)
                .isEqualTo(before.replace(
                                "<add name=\"P\"/>",
                                "<add name=\"P\"><processModel identityType=\"NetworkService\"/></add>")
                        .replace("LocalSystem", "NetworkService"));
    }

    @Test
    void aFileThatCannotBeReadCannotBeChanged() {
        assertThat(HostEdit.of(ServerConfiguration.read(MemorySource.of("<configuration>"))))
                .isEmpty();
    }

    /** The sites of the second server are those of the first one, which has them at other offsets. */
    @Test
    void aFileThatSharesElementsWithAnotherServersIsChangedWhereItHasThem() {
        String pool = "<add name=\"P\">\n<processModel identityType=\"NetworkService\"/>\n</add>";
        String sites =
                "<system.applicationHost><applicationPools>\n" + pool + "\n<add name=\"Q\"/>\n</applicationPools>"
                        + "</system.applicationHost>\n<location path=\"S\">\n</location>\n</configuration>";
        String second = "<configuration>" + DECLARED + "\n<!-- a longer line -->\n" + sites;
        ServerReader reader = new ServerReader(2);
        reader.read(MemorySource.of("<configuration>" + DECLARED + "\n<!-- a -->\n" + sites));
        HostEdit edit = HostEdit.of(reader.read(MemorySource.of(second))).orElseThrow();
        edit.set("S", SECTION, Map.of("useKernelMode", "false"));
        edit.setProcessModel("P", Map.of("identityType", "LocalSystem", "userName", ""));
        edit.setProcessModel("Q", Map.of("identityType", "LocalSystem"));
        assertThat(new String(edit.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF"
                        + second.replace(
                                        "<processModel identityType=\"NetworkService\"",
                                        "<processModel userName=\"\" identityType=\"LocalSystem\"")
                                .replace(
                                        "<add name=\"Q\"/>",
                                        "<add name=\"Q\"><processModel identityType=\"LocalSystem\"/></add>")
                                .replace("</location>", NEW + "</location>"));
    }
}
