package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.HOST;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.providers;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks inside a section: single attributes, elements, directives and entries. */
class GranularLockTest {

    private static final String PAIR = "<add value=\"Negotiate\"/><add value=\"NTLM\"/>";
    private static final String MODULES = "system.webServer/modules";

    private static Server lockedMode() {
        return unlocked().everywhere("enabled=\"false\" lockAttributes=\"useKernelMode\"", "");
    }

    @Test
    void anotherAttributeThanTheLockedOneMayBeWritten() {
        lockedMode().web("C/s", windows("enabled=\"true\"")).at("S").isOn().inKernelMode();
    }

    @Test
    void aLockedAttributeMayNotBeWrittenEvenWithTheValueItHas() {
        lockedMode()
                .web("C/s", windows("useKernelMode=\"true\""))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2")
                .lockedBy(HOST + " lockAttributes=\"useKernelMode\"");
    }

    @Test
    void aLockDoesNotBindTheFileThatSetsIt() {
        lockedMode()
                .host(location("S", windows("useKernelMode=\"false\"")))
                .at("S")
                .inUserMode();
    }

    @Test
    void aLockOfALowerFileBindsTheFilesBelowIt() {
        unlocked()
                .web("C/s", windows("lockAttributes=\"enabled\""))
                .web("C/s/a", windows("enabled=\"true\""))
                .at("S/a")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/a/web.config:2")
                .lockedBy("C/s/web.config lockAttributes=\"enabled\"");
    }

    @Test
    void anUnknownNameBreaksTheSectionWhereItIsWrittenAndBelow() {
        Server server = unlocked().everywhere("lockAttributes=\"useKernelmode\"", "");
        String place = server.line("useKernelmode");
        server.at("").fails(ErrorKind.BAD_LOCK_ATTRIBUTES, place);
        server.at("S").fails(ErrorKind.BAD_LOCK_ATTRIBUTES, place);
        server.anonymousAt("S").isOn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lockElements=\"provider\"", "lockAllElementsExcept=\"x\"", "lockAllAttributesExcept=\"x\""})
    void everyKindOfLockChecksItsNames(String lock) {
        Server server = unlocked().everywhere(lock, "");
        server.at("S").fails(ErrorKind.BAD_LOCK_ATTRIBUTES, server.line(lock));
    }

    @ParameterizedTest
    @CsvSource({"'enabled,useKernelMode'", "'enabled, useKernelMode'", "'useKernelMode enabled'", "'*'"})
    void aLockMayNameSeveralAttributesOrAll(String names) {
        unlocked()
                .everywhere("lockAttributes=\"" + names + "\"", "")
                .web("C/s", windows("enabled=\"true\""))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }

    @Test
    void aLockOnAllAttributesLeavesElementsFree() {
        unlocked()
                .everywhere("lockAttributes=\"*\"", "")
                .web("C/s", providers("<add value=\"NTLM\"/>"))
                .at("S")
                .hasProviders("NTLM");
    }

    @Test
    void allAttributesButOneMayBeLocked() {
        Server server = unlocked().everywhere("lockAllAttributesExcept=\"enabled\"", "");
        server.web("C/s", windows("enabled=\"true\"")).at("S").isOn();
        server.web("C/s", windows("useKernelMode=\"false\""))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }

    @Test
    void aLockedElementMayNotBeWritten() {
        unlocked()
                .everywhere("lockElements=\"providers\"", "")
                .web("C/s", providers(""))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2")
                .lockedBy(HOST + " lockElements=\"providers\"");
    }

    @Test
    void allElementsButOneMayBeLocked() {
        Server server = unlocked().everywhere("lockAllElementsExcept=\"providers\"", "");
        server.web("C/s", providers("<add value=\"NTLM\"/>")).at("S").hasProviders("NTLM");
        server.web("C/s", windows("", "<extendedProtection tokenChecking=\"Allow\"/>"))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }

    @Test
    void directivesOfACollectionMayBeLocked() {
        Server server = unlocked().everywhere("", "<providers lockElements=\"remove,clear\">" + PAIR + "</providers>");
        server.web("C/s", providers("<add value=\"Negotiate:Kerberos\"/>"))
                .at("S")
                .hasProviders("Negotiate", "NTLM", "Negotiate:Kerberos");
        server.web("C/s", providers("<clear/>")).at("S").fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
        server.web("C/s", providers("<remove value=\"NTLM\"/>"))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }

    @Test
    void aLockedEntryMayNotBeRemovedNorTheListClearedBelow() {
        Server server = unlocked()
                .everywhere(
                        "", "<providers><add value=\"Negotiate\" lockItem=\"true\"/><add value=\"NTLM\"/></providers>");
        server.web("C/s", providers("<remove value=\"negotiate\"/>"))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2")
                .lockedBy(HOST + " lockItem=\"true\"");
        server.web("C/s", providers("<clear/>")).at("S").fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
        server.web("C/s", providers("<remove value=\"NTLM\"/><add value=\"X\"/>"))
                .at("S")
                .hasProviders("Negotiate", "X");
    }

    @Test
    void theFileThatLocksAnEntryMayRemoveItInATag() {
        unlocked()
                .everywhere("", "<providers><add value=\"NTLM\" lockItem=\"true\"/></providers>")
                .host(location("S", providers("<remove value=\"NTLM\"/>")))
                .at("S")
                .hasProviders();
    }

    @Test
    void aLockedElementInsideASectionMayNotBeWrittenBelow() {
        Server server = unlocked().everywhere("", "<providers lockItem=\"true\"><add value=\"NTLM\"/></providers>");
        server.web("C/s", providers("<add value=\"Negotiate\"/>"))
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2")
                .lockedBy(HOST + " lockItem=\"true\"");
        server.web("C/s", windows("enabled=\"true\"")).at("S").isOn();
    }

    @Test
    void aLockedSectionElementLocksTheSection() {
        unlocked()
                .everywhere("lockItem=\"true\"", "")
                .web("C/s", windows("enabled=\"true\""))
                .at("S")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(HOST + " lockItem=\"true\"");
    }

    @Test
    void theNativeModuleOfTheStockServerCannotBeRemoved() {
        String stock = """
                <system.webServer><modules>
                <add name="WindowsAuthenticationModule" lockItem="true"/>
                <add name="WindowsAuthentication" type="System.Web.Security.WindowsAuthenticationModule"/>
                </modules></system.webServer>""";
        String remove = "<system.webServer><modules>\n<remove name=\"%s\"/></modules></system.webServer>";
        Server server = unlocked().host(stock);
        server.web("C/s", remove.formatted("WindowsAuthenticationModule"))
                .at("S", MODULES)
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/web.config:3")
                .lockedBy(HOST + " lockItem=\"true\"");
        server.web("C/s", remove.formatted("WindowsAuthentication"))
                .at("S", MODULES)
                .hasEntries("", "WindowsAuthenticationModule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lockItem=\"false\"",
                "lockAttributes=\"enabled\"",
                "lockElements=\"providers\"",
                "lockAllAttributesExcept=\"enabled\"",
                "lockAllElementsExcept=\"providers\""
            })
    void lockAttributesAreLegalThoughNoSchemaNamesThem(String lock) {
        unlocked().everywhere("enabled=\"true\" " + lock, "").at("S").isOn();
    }

    @Test
    void aLockKeepsBindingWhereAFileBelowSetsAnother() {
        unlocked()
                .everywhere("lockAttributes=\"useKernelMode\"", "")
                .web("C/s", windows("lockAttributes=\"enabled\""))
                .web("C/s/a", windows("useKernelMode=\"false\""))
                .at("S/a")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/a/web.config:2")
                .lockedBy(HOST + " lockAttributes=\"useKernelMode\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes"})
    void anotherSpellingOfALockedItemLeavesWhatIsBelowUnknown(String value) {
        unlocked()
                .everywhere("lockItem=\"" + value + "\"", "")
                .web("C/s", windows("enabled=\"true\""))
                .at("S")
                .isUnknown("lockItem");
    }
}
