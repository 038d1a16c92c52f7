package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.HOST;
import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.tag;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IIS takes as configuration at all. */
class SyntaxTest {

    private static final String ON = windows("enabled=\"true\"");

    private static Answer written(String section) {
        return unlocked().web("C/s", section).at("S");
    }

    @ParameterizedTest
    @CsvSource({"True, FALSE", "TRUE, False", "tRuE, fAlSe"})
    void caseDoesNotMatterInBooleans(String on, String off) {
        written(windows("enabled=\"" + on + "\" useKernelMode=\"" + off + "\""))
                .isOn()
                .inUserMode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "yes", "no", " true", "false ", " true "})
    void otherSpellingsOfBooleansAreUnknown(String value) {
        written(windows("useKernelMode=\"" + value + "\"")).isUnknown("useKernelMode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "off", "maybe", "2"})
    void anythingElseIsNoBoolean(String value) {
        written(windows("useKernelMode=\"" + value + "\""))
                .fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:2");
    }

    @Test
    void namesOfAnEnumIgnoreCase() {
        written(windows("", "<extendedProtection tokenChecking=\"require\"/>"))
                .has("extendedProtection/tokenChecking", "Require");
    }

    @Test
    void aNameThatAnEnumDoesNotHaveIsInvalid() {
        written(windows("", "\n<extendedProtection tokenChecking=\"Always\"/>"))
                .fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:3");
    }

    @Test
    void theNumberOfAnEnumIsUnknown() {
        written(windows("", "<extendedProtection tokenChecking=\"2\"/>")).isUnknown("number");
    }

    @ParameterizedTest
    @CsvSource({
        "'Proxy, NoServiceNameCheck', 'Proxy,NoServiceNameCheck'",
        "'NoServiceNameCheck,proxy', 'Proxy,NoServiceNameCheck'",
        "'None', None",
        "'', None"
    })
    void flagsAreACommaListInTheOrderOfTheSchema(String written, String flags) {
        written(windows("", "<extendedProtection flags=\"" + written + "\"/>")).has("extendedProtection/flags", flags);
    }

    @Test
    void aFlagThatIsNotThereIsInvalid() {
        written(windows("", "<extendedProtection flags=\"Proxy, Moxy\"/>"))
                .fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:2");
    }

    @Test
    void namesOfAttributesKeepTheirCase() {
        Server server = unlocked().web("C/s", windows("enabled=\"true\" useKernelmode=\"false\""));
        server.at("S").fails(ErrorKind.UNRECOGNIZED_ATTRIBUTE, "C/s/web.config:2");
        server.anonymousAt("S").isOn();
        server.at("T").isOff();
    }

    @ParameterizedTest
    @ValueSource(strings = {"childSource", "inherit", "comment"})
    void anAttributeThatTheSchemaDoesNotNameIsUnrecognized(String name) {
        written(windows(name + "=\"x\"")).fails(ErrorKind.UNRECOGNIZED_ATTRIBUTE, "C/s/web.config:2");
    }

    @Test
    void anElementThatTheSectionDoesNotHaveIsAnError() {
        written(windows("", "\n<provider/>")).fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<system.webServer><security><authentication>\n<windowsauthentication enabled=\"true\"/>"
                        + "</authentication></security></system.webServer>",
                "<system.webServer><security>\n<Authentication><x/></Authentication></security></system.webServer>",
                "\n<system.webserver><security/></system.webserver>"
            })
    void namesOfSectionsAndGroupsKeepTheirCaseAndAWrongOneBreaksTheFile(String text) {
        Server server = unlocked().web("C/s", text);
        server.at("S").fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
        server.anonymousAt("S").fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
        server.at("S/a").fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
        server.at("T").isOff();
    }

    @Test
    void theSectionOfAModuleThatIsNotInstalledBreaksTheWholeFile() {
        String rewrite = "\n<system.webServer><rewrite><rules><rule name=\"x\"/></rules></rewrite></system.webServer>";
        unlocked().web("C/s", ON + rewrite).at("S").fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
    }

    @Test
    void anUndeclaredElementWithoutContentIsHarmless() {
        unlocked()
                .web("C/s", ON + "<system.webServer><rewrite/></system.webServer>")
                .at("S")
                .isOn();
    }

    @Test
    void sectionsThatTheMachineDeclaresAreHarmless() {
        String dotNet = """
                <appSettings><add key="x" value="y"/></appSettings>
                <connectionStrings/>
                <system.web><authentication mode="Forms"/><compilation debug="true"/></system.web>
                <runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"/></runtime>
                """;
        unlocked().web("C/s", dotNet + ON).at("S").isOn();
    }

    @Test
    void theAuthenticationModeOfDotNetIsAnotherSetting() {
        Server server = base().web("C/s", "<system.web><authentication mode=\"Windows\"/></system.web>");
        server.at("S").isOff();
        server.at("S", "system.web/authentication").has("mode", "Windows");
    }

    @Test
    void anEmptyFileIsMalformedForItsPathAndAllBelow() {
        Server server = base().file("C/s/web.config", "");
        server.at("S").fails(ErrorKind.MALFORMED_XML, "C/s/web.config:1");
        server.anonymousAt("S").fails(ErrorKind.MALFORMED_XML, "C/s/web.config:1");
        server.at("S/a").fails(ErrorKind.MALFORMED_XML, "C/s/web.config:1");
        server.at("T").isOff();
        server.at("").isOff();
    }

    @Test
    void aMissingFileIsFine() {
        base().at("S").isOff().isComplete();
    }

    @Test
    void aFileThatIsNoXmlIsTold() {
        ServerConfiguration server =
                base().file("C/s/web.config", "<configuration>\n<system.web>\n").configuration();
        server.forEachScope(scope -> {});
        assertThat(server.coverage().unreadable())
                .singleElement()
                .satisfies(file -> assertThat(file.file()).isEqualTo("C/s/web.config"));
    }

    @Test
    void anotherRootIsAnError() {
        base().file("C/s/web.config", "<config>\n</config>").at("S").fails(ErrorKind.BAD_ROOT, "C/s/web.config:1");
    }

    @Test
    void aMalformedFileOfTheServerLeavesNothingToSay() {
        ServerConfiguration server =
                ServerConfiguration.read(MemorySource.of("<configuration>\n<location></configuration>"));
        assertThat(server.paths()).containsExactly("");
        Scope scope = server.find("").orElseThrow();
        assertThat(scope.sections())
                .isNotEmpty()
                .allSatisfy(section -> new Answer(scope, section).fails(ErrorKind.MALFORMED_XML, HOST + ":2"));
    }

    @Test
    void theNamespaceOfDotNetChangesNothing() {
        String text = "<configuration xmlns=\"http://schemas.microsoft.com/.NetConfiguration/v2.0\">" + ON
                + "</configuration>";
        unlocked().file("C/s/web.config", text).at("S").isOn();
    }

    @Test
    void aByteOrderMarkAndADeclarationChangeNothing() {
        String text = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<configuration>" + ON + "</configuration>";
        unlocked().file("C/s/web.config", text).at("S").isOn();
    }

    @Test
    void whatStandsInACommentDoesNotCount() {
        unlocked().web("C/s", "<!-- " + ON + " -->").at("S").isOff();
    }

    @Test
    void textInsideASectionIsUnknown() {
        written(windows("enabled=\"true\"", "on")).isUnknown("text");
        written(windows("enabled=\"true\"", "<![CDATA[on]]>")).isUnknown("text");
    }

    @Test
    void anEncryptedSectionIsNotSupported() {
        String encrypted = windows("configProtectionProvider=\"RsaProvider\"", "<EncryptedData/>");
        Server server = unlocked().web("C/s", encrypted);
        server.at("S").fails(ErrorKind.ENCRYPTED_SECTION, "C/s/web.config:2");
        server.anonymousAt("S").isOn();
    }

    @Test
    void anEncryptedValueIsAValue() {
        base().directories("<virtualDirectory path=\"/\" physicalPath=\"C:\\s\" userName=\"x\" "
                        + "password=\"[enc:AesProvider:abc=:enc]\"/>")
                .at("S")
                .isOff();
    }

    @Test
    void aSectionThatNothingDeclaresCannotBeWritten() {
        Server server = base().declaration("");
        server.at("S").fails(ErrorKind.UNDECLARED, server.line("<windowsAuthentication"));
    }

    @Test
    void aSectionThatNothingDeclaresCannotBeRead() {
        base().declaration("").authentication("").at("S").fails(ErrorKind.UNDECLARED);
    }

    @Test
    void aSectionDeclaredTwiceBreaksTheFile() {
        String twice = """
                <section name="windowsAuthentication"/>
                <section name="windowsAuthentication" overrideModeDefault="Deny"/>""";
        Server server = base().declaration(twice);
        String place = server.line("<section name=\"windowsAuthentication\" overrideModeDefault");
        server.at("").fails(ErrorKind.DUPLICATE_SECTION_DEFINITION, place);
        server.anonymousAt("S").fails(ErrorKind.DUPLICATE_SECTION_DEFINITION, place);
    }

    @Test
    void declarationsMustStandFirst() {
        unlocked()
                .web("C/s", ON + "\n<configSections/>")
                .at("S")
                .fails(ErrorKind.CONFIG_SECTIONS_MISPLACED, "C/s/web.config:3");
    }

    @Test
    void declarationsMustStandOnce() {
        unlocked()
                .web("C/s", "<configSections/>\n<configSections/>")
                .at("S")
                .fails(ErrorKind.CONFIG_SECTIONS_MISPLACED, "C/s/web.config:3");
    }

    @Test
    void aLowerFileMayDeclareASectionOfItsOwn() {
        String text = "<configSections><section name=\"mine\" type=\"X\"/></configSections>\n<mine x=\"y\"/>\n";
        unlocked().web("C/s", text + ON).at("S").isOn();
        unlocked().web("C/s", "<mine x=\"y\"/>\n" + ON).at("S").fails(ErrorKind.UNDECLARED, "C/s/web.config:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowOverride=\"yes\"", "inheritInChildApplications=\"0\""})
    void aTagTakesTrueAndFalseOnly(String attribute) {
        unlocked().web("C/s", tag(attribute, ON)).at("S").fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:2");
    }

    @Test
    void aMistakeInATagReachesItsPathOnly() {
        Server server = unlocked().web("C/s", location("sub", windows("enabled=\"maybe\"")));
        server.at("S").isOff();
        server.at("S/sub").fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:2");
    }

    @Test
    void aMistakeOfTheServerReachesEveryPath() {
        Server server = unlocked().everywhere("enabled=\"maybe\"", "");
        server.at("").fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, server.line("maybe"));
        server.web("C/s", ON).at("S").fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, server.line("maybe"));
        server.anonymousAt("S").isOn();
    }

    @Test
    void aFileOfTheServerThatWasNotCollectedLeavesNothingToSay() {
        ServerConfiguration server = ServerConfiguration.read(new MemorySource());
        Scope scope = server.find("").orElseThrow();
        assertThat(scope.sections())
                .isNotEmpty()
                .allSatisfy(section -> new Answer(scope, section).fails(ErrorKind.CANNOT_READ_FILE, HOST + ":0"));
        assertThat(scope.document().attributeValue("kind")).isEqualTo("server");
        assertThat(server.coverage().unreadable()).hasSize(1);
    }

    @Test
    void anErrorOfAWholeFileStandsUnderEverySectionOfTheDocument() {
        Scope scope =
                base().file("C/s/web.config", "").configuration().find("S").orElseThrow();
        int sections = scope.sections().size();
        assertThat(scope.document().selectNodes("//error[@kind = 'malformed-xml'][@code = '0x8007000d']"))
                .hasSize(sections);
    }
}
