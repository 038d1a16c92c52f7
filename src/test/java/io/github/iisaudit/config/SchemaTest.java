package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The server's own schema files win over the built-in data. */
class SchemaTest {

    private static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";

    private static String schema(String section, String content) {
        return "<configSchema><sectionSchema name=\"" + section + "\">" + content + "</sectionSchema></configSchema>";
    }

    private static final String CUSTOM = schema(WINDOWS, """
            <attribute name="enabled" type="bool" defaultValue="false"/>
            <attribute name="useKernelMode" type="bool" defaultValue="false"/>
            <attribute name="tenant" type="string" defaultValue="none"/>
            <element name="providers"><collection addElement="add" removeElement="remove" clearElement="clear">
            <attribute name="value" type="string" isUniqueKey="true"/></collection></element>
            """);

    @Test
    void anAttributeOfTheServersOwnSchemaIsLegal() {
        unlocked()
                .file("schema/x.xml", CUSTOM)
                .web("C/s", windows("tenant=\"blue\""))
                .at("S")
                .has("tenant", "blue")
                .hasProviders("Negotiate", "NTLM");
    }

    @Test
    void aDefaultOfTheServersOwnSchemaCounts() {
        unlocked().file("schema/x.xml", CUSTOM).at("S").inUserMode().has("tenant", "none");
    }

    @Test
    void whatTheServersOwnSchemaLeavesOutIsStillKnown() {
        unlocked()
                .file("schema/x.xml", CUSTOM)
                .web("C/s", windows("enabled=\"true\" authPersistNonNTLM=\"true\""))
                .at("S")
                .isOn();
    }

    @Test
    void aSchemaFileMayExtendTheSitesOnly() {
        Server server = unlocked()
                .file(
                        "schema/extend.xml",
                        schema(
                                "system.applicationHost/sites",
                                "<collection addElement=\"site\"><attribute name=\"owner\" type=\"string\"/></collection>"))
                .web("C/s", windows("enabled=\"true\""));
        server.at("S").isOn();
    }

    @Test
    void whatIsNamelessInASchemaFileIsPassedOver() {
        unlocked()
                .file(
                        "schema/broken.xml",
                        "<configSchema><sectionSchema/>"
                                + "<sectionSchema name=\"system.webServer/x\"><attribute type=\"string\"/><element/>"
                                + "</sectionSchema></configSchema>")
                .web("C/s", windows("enabled=\"true\""))
                .at("S")
                .isOn();
    }

    @Test
    void theSectionOfAModuleIsJudgedByItsSchema() {
        String section = "system.webServer/security/authentication/tokenAuthentication";
        Server server = unlocked()
                .file(
                        "schema/token.xml",
                        schema(
                                section,
                                "<attribute name=\"mode\" type=\"enum\" defaultValue=\"Off\">"
                                        + "<enum name=\"Off\" value=\"0\"/><enum name=\"On\" value=\"1\"/></attribute>"))
                .declaration("""
                        <section name="windowsAuthentication" overrideModeDefault="Allow"/>
                        <section name="tokenAuthentication" overrideModeDefault="Allow"/>""")
                .web(
                        "C/s",
                        "<system.webServer><security><authentication>\n<tokenAuthentication mode=\"on\"/>"
                                + "</authentication></security></system.webServer>");
        server.at("S", section).has("mode", "On");
        server.at("T", section).has("mode", "Off");
    }

    @Test
    void aSchemaThatCannotBeParsedLeavesTheBuiltInData() {
        unlocked().file("schema/x.xml", "<configSchema>").at("S").inKernelMode();
        unlocked().file("schema/x.xml", "<other/>").at("S").inKernelMode();
    }

    @Test
    void theBuiltInDataKnowTheSectionsThatRulesSpeakOf() {
        assertThat(Schema.builtIn().paths())
                .contains(
                        WINDOWS,
                        "system.webServer/security/authentication/anonymousAuthentication",
                        "system.webServer/security/access",
                        "system.webServer/modules",
                        "system.webServer/globalModules",
                        "system.web/identity",
                        "system.applicationHost/sites",
                        "system.applicationHost/applicationPools");
    }
}
