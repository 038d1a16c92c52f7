package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.HOST;
import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.declaring;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.tag;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks on whole sections: who may write a section at all. */
class SectionLockTest {

    private static final String ON = windows("enabled=\"true\"");
    private static final String EMPTY = windows("");
    private static final String DENY_DEFAULT = HOST + " overrideModeDefault=\"Deny\"";

    @Test
    void writingALockedSectionFailsWhateverTheValueIs() {
        base().web("C/s", windows("enabled=\"false\""))
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(DENY_DEFAULT);
    }

    @Test
    void namingALockedSectionWithoutAnyAttributeFails() {
        base().web("C/s", EMPTY).at("S").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
    }

    @Test
    void theLineIsThatOfTheSectionElement() {
        String text = """
                <system.webServer>
                  <security>
                    <authentication>
                      <windowsAuthentication
                          enabled="true"/>
                    </authentication>
                  </security>
                </system.webServer>""";
        base().web("C/s", text).at("S").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:5");
    }

    @Test
    void aLockedSectionFailsBelowTheFileToo() {
        Server server = base().web("C/s", ON);
        server.at("S/a").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
        server.at("S/any/where").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
        server.at("T").isOff();
    }

    @Test
    void otherSectionsOfTheFileStayReadable() {
        base().web("C/s", ON).anonymousAt("S").isOn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<system.webServer><security><authentication/></security></system.webServer>",
                "<system.webServer><security/></system.webServer>",
                "<system.webServer/>"
            })
    void anEmptyGroupIsHarmless(String text) {
        base().web("C/s", text).at("S").isOff();
    }

    @Test
    void aMissingDefaultModeMeansAllow() {
        declaring("").web("C/s", ON).at("S").isOn().inKernelMode();
    }

    @Test
    void aLockedSectionInATagOfALowerFileFailsAtItsTarget() {
        base().web("C/s", location("sub", ON))
                .at("S/sub")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(DENY_DEFAULT);
    }

    @Test
    void anEmptySectionInATagUnlocksItForOneSite() {
        String text = windows("enabled=\"true\" useKernelMode=\"false\"");
        Server server = base().host(tag("path=\"S\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s", text)
                .web("C/t", text);
        server.at("S").isOn().inUserMode().hasProviders("Negotiate", "NTLM");
        server.at("T").fails(ErrorKind.SECTION_LOCKED, "C/t/web.config:2").lockedBy(DENY_DEFAULT);
    }

    @Test
    void whatIsUnlockedForASiteIsUnlockedForItsApplications() {
        base().host(tag("path=\"S\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s/a", ON)
                .at("S/a")
                .isOn();
    }

    @Test
    void whatIsUnlockedForAnApplicationStaysLockedForItsSite() {
        Server server = base().host(tag("path=\"S/a\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s", ON)
                .web("C/s/a", ON);
        server.at("S").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
    }

    @Test
    void aTagUnlocksOnlyTheSectionsThatItNames() {
        String anonymous = """
                <system.webServer><security><authentication>
                <anonymousAuthentication enabled="false"/>
                </authentication></security></system.webServer>""";
        base().host(tag("path=\"S\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s", anonymous)
                .anonymousAt("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:3");
    }

    @Test
    void aTagThatDeniesLocksForLowerFilesAndKeepsItsValues() {
        Server server = unlocked().host(tag("path=\"S\" overrideMode=\"Deny\"", ON));
        server.at("S").isOn().inKernelMode();
        server.web("C/s", windows("useKernelMode=\"false\""))
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(HOST + " overrideMode=\"Deny\"");
    }

    @Test
    void aLockOfATagDoesNotBindItsOwnFile() {
        unlocked()
                .host(tag("path=\"S\" overrideMode=\"Deny\"", ON))
                .host(location("S/a", windows("useKernelMode=\"false\"")))
                .at("S/a")
                .isOn()
                .inUserMode();
    }

    @Test
    void aLockOfALowerFileBindsTheFilesBelowIt() {
        unlocked()
                .web("C/s", tag("path=\".\" overrideMode=\"Deny\"", ON))
                .web("C/s/a", ON)
                .at("S/a")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/a/web.config:2")
                .lockedBy("C/s/web.config overrideMode=\"Deny\"");
    }

    @Test
    void whatTheServerAllowsBelowAnotherFileMayNotDeny() {
        Server server = base().host(tag("path=\"S/a\" overrideMode=\"Allow\"", EMPTY))
                .host(tag("path=\"S\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s", tag("overrideMode=\"Deny\"", EMPTY));
        server.at("S").isOff();
        server.at("S/a")
                .fails(ErrorKind.SECTION_LOCKED, server.line("path=\"S/a\""))
                .lockedBy("C/s/web.config overrideMode=\"Deny\"");
    }

    @Test
    void aPlainTagOfTheServerBelowTheLockOfAnotherFileIsUnknown() {
        unlocked()
                .host(location("S/a", ON))
                .web("C/s", tag("overrideMode=\"Deny\"", EMPTY))
                .at("S/a")
                .isUnknown("not documented");
    }

    @Test
    void aLowerFileCannotUnlockItself() {
        base().web("C/s", tag("overrideMode=\"Allow\"", ON))
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(DENY_DEFAULT);
    }

    @Test
    void theServerMayUnlockBelowItsOwnLock() {
        unlocked()
                .host(tag("path=\"S\" overrideMode=\"Deny\"", EMPTY))
                .host(tag("path=\"S/a\" overrideMode=\"Allow\"", EMPTY))
                .web("C/s/a", ON)
                .at("S/a")
                .isOn();
    }

    @Test
    void inheritIsTheModeOfTheLevelAbove() {
        base().host(tag("path=\"S\" overrideMode=\"Inherit\"", EMPTY))
                .web("C/s", ON)
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(DENY_DEFAULT);
        unlocked()
                .host(tag("path=\"S\" overrideMode=\"Inherit\"", EMPTY))
                .web("C/s", ON)
                .at("S")
                .isOn();
    }

    @Test
    void theOlderAttributeMeansAllowAndDeny() {
        base().host(tag("path=\"S\" allowOverride=\"true\"", EMPTY))
                .web("C/s", ON)
                .at("S")
                .isOn();
        unlocked()
                .host(tag("path=\"S\" allowOverride=\"false\"", EMPTY))
                .web("C/s", ON)
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(HOST + " allowOverride=\"false\"");
    }

    @Test
    void aModeInAnotherCaseKeepsTheValuesAndLeavesTheLockUnknown() {
        Server server = base().host(tag("path=\"S\" overrideMode=\"allow\"", ON));
        server.at("S").isOn();
        server.web("C/s", windows("useKernelMode=\"false\"")).at("S").isUnknown("overrideMode=\"allow\"");
        server.at("T").isOff();
    }

    @Test
    void aSectionForApplicationsMayNotStandInAFolder() {
        Server server = declaring("allowDefinition=\"MachineToApplication\"")
                .web("C/s", ON)
                .web("C/s/a", ON)
                .web("C/s/sub", ON);
        server.at("S").isOn();
        server.at("S/a").isOn();
        server.at("S/sub")
                .fails(ErrorKind.DEFINITION_NOT_ALLOWED, "C/s/sub/web.config:2")
                .lockedBy(HOST + " allowDefinition=\"MachineToApplication\"");
    }

    @Test
    void aSectionForTheServerMayNotStandInAWebConfig() {
        declaring("allowDefinition=\"AppHostOnly\"")
                .web("C/s", ON)
                .at("S")
                .fails(ErrorKind.DEFINITION_NOT_ALLOWED, "C/s/web.config:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MachineOnly", "MachineToRootWeb", "MachineToWebRoot"})
    void aSectionOfTheMachineMayNotStandInAWebConfig(String definition) {
        declaring("allowDefinition=\"" + definition + "\"")
                .web("C/s", ON)
                .at("S")
                .fails(ErrorKind.DEFINITION_NOT_ALLOWED, "C/s/web.config:2");
    }

    @Test
    void declaringASectionAgainDoesNotUnlockItAndBreaksTheFile() {
        String text = """
                <configSections>
                <sectionGroup name="system.webServer">
                <sectionGroup name="security">
                <sectionGroup name="authentication">
                <section name="windowsAuthentication" overrideModeDefault="Allow"/>
                </sectionGroup></sectionGroup></sectionGroup>
                </configSections>
                """;
        Server server = base().web("C/s", text + ON);
        server.at("S").fails(ErrorKind.DUPLICATE_SECTION_DEFINITION, "C/s/web.config:6");
        server.anonymousAt("S").fails(ErrorKind.DUPLICATE_SECTION_DEFINITION, "C/s/web.config:6");
        server.at("T").isOff();
    }

    @Test
    void lockedSectionsThatTheSchemaDoesNotKnowShowInTheDocument() {
        String isapi = "<system.webServer><handlers><clear/></handlers></system.webServer>";
        Scope scope = base().web("C/s", isapi).configuration().find("S").orElseThrow();
        assertThat(scope.document().selectSingleNode("system.webServer/handlers/error/@kind"))
                .isNotNull()
                .satisfies(kind -> assertThat(kind.getText()).isEqualTo("section-locked"));
    }

    @Test
    void aLockThatAFileDeclaresDoesNotBindThatFile() {
        String text = "<configSections><section name=\"mine\" overrideModeDefault=\"Deny\"/></configSections>"
                + "<mine x=\"y\"/>";
        Server server = base().web("C/s", text).web("C/s/a", "<mine x=\"z\"/>");
        ServerConfiguration configuration = server.configuration();
        assertThat(configuration.find("S").orElseThrow().document().selectNodes("mine/error"))
                .isEmpty();
        assertThat(configuration.find("S/a").orElseThrow().document().selectNodes("mine/error"))
                .hasSize(1);
    }

    @Test
    void aLockThatAFileOnlyDeclaresBindsTheFilesBelow() {
        String text = "<configSections><section name=\"mine\" overrideModeDefault=\"Deny\"/></configSections>";
        Server server = base().web("C/s", text).web("C/s/a", "<mine x=\"z\"/>");
        assertThat(server.configuration().find("S/a").orElseThrow().document().selectNodes("mine/error"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deny", "DENY", "allow"})
    void aDefaultModeInAnotherCaseLeavesTheLockUnknown(String mode) {
        Server server = declaring("overrideModeDefault=\"" + mode + "\"").web("C/s", ON);
        server.at("S").isUnknown("overrideModeDefault=\"" + mode + "\"");
        server.at("T").isOff().isComplete();
    }
}
