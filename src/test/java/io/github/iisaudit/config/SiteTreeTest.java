package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.providers;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.vdir;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Scope.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sites, applications, virtual directories and pools: which file lies at which path, and whose defaults count. */
class SiteTreeTest {

    private static final String ON = windows("enabled=\"true\"");
    private static final String USER = windows("useKernelMode=\"false\"");
    private static final String ROOT = vdir("/", "C:\\s");

    private static Scope scope(Server server, String path) {
        return server.configuration().find(path).orElseThrow();
    }

    private static String node(Server server, String path, String xpath) {
        return scope(server, path).document().selectSingleNode(xpath).getText();
    }

    @Test
    void everyPathHasItsKind() {
        Map<String, Kind> kinds = new TreeMap<>();
        unlocked()
                .sites("""
                        <site name="S" id="1"><application path="/" applicationPool="P">
                        <virtualDirectory path="/" physicalPath="C:\\s"/>
                        <virtualDirectory path="/v" physicalPath="C:\\v"/>
                        </application><application path="/a" applicationPool="P">
                        <virtualDirectory path="/" physicalPath="C:\\s\\a"/></application></site>""")
                .web("C/s/dir", ON)
                .host(location("S/x.asmx", ON))
                .configuration()
                .forEachScope(scope -> kinds.put(scope.path(), scope.kind()));
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "", Kind.SERVER,
                        "S", Kind.SITE,
                        "S/a", Kind.APPLICATION,
                        "S/v", Kind.VIRTUAL_DIRECTORY,
                        "S/dir", Kind.DIRECTORY,
                        "S/x.asmx", Kind.FILE));
    }

    @Test
    void aVirtualDirectoryBringsItsOwnFile() {
        Server server = unlocked()
                .directories(ROOT + vdir("/v", "D:\\data"))
                .web("C/s", ON)
                .web("D/data", USER);
        server.at("S").isOn().inKernelMode();
        server.at("S/v").isOn().inUserMode();
    }

    @Test
    void inheritanceFollowsTheVirtualPathAndNotTheDisk() {
        Server server = unlocked()
                .directories(ROOT + vdir("/v", "D:\\outer\\inner"))
                .web("C/s", ON)
                .web("D/outer", USER)
                .folder("D/outer/inner");
        server.at("S/v").isOn().inKernelMode();
    }

    @Test
    void anApplicationOnAnotherDriveInheritsFromItsSite() {
        unlocked()
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + ROOT
                        + "</application><application path=\"/a\" applicationPool=\"P\">" + vdir("/", "D:\\a")
                        + "</application></site>")
                .web("C/s", ON)
                .web("D/a", USER)
                .at("S/a")
                .isOn()
                .inUserMode();
    }

    @Test
    void anApplicationShadowsTheFolderOfItsName() {
        Server server = unlocked()
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + ROOT
                        + "</application><application path=\"/a\" applicationPool=\"P\">" + vdir("/", "D:\\a")
                        + "</application></site>")
                .web("C/s", ON)
                .web("C/s/a", USER)
                .web("C/s/a/sub", USER)
                .folder("D/a");
        server.at("S/a").isOn().inKernelMode();
        server.at("S/a/sub").inKernelMode();
    }

    @Test
    void aVirtualDirectoryShadowsTheFolderOfItsName() {
        unlocked()
                .directories(ROOT + vdir("/v", "D:\\v"))
                .web("C/s/v", USER)
                .folder("D/v")
                .at("S/v")
                .inKernelMode();
    }

    @Test
    void aNestedVirtualDirectoryInheritsFromTheFolderBetween() {
        Server server = unlocked()
                .directories(ROOT + vdir("/x/y", "E:\\y"))
                .host(location("S", windows("enabled=\"true\"")))
                .web("C/s", windows("useAppPoolCredentials=\"true\""))
                .web("C/s/x", USER)
                .web("E/y", windows("authPersistNonNTLM=\"true\""));
        server.at("S/x/y")
                .isOn()
                .has("useAppPoolCredentials", "true")
                .inUserMode()
                .has("authPersistNonNTLM", "true");
        server.at("S/x").has("authPersistNonNTLM", "false");
    }

    @Test
    void aVirtualDirectoryInAVirtualDirectoryInheritsFromIt() {
        Server server = unlocked()
                .directories(ROOT + vdir("/v", "D:\\v") + vdir("/v/w", "E:\\w"))
                .web("D/v", ON)
                .web("E/w", USER);
        server.at("S/v").isOn().inKernelMode();
        server.at("S/v/w").isOn().inUserMode();
    }

    @Test
    void aVirtualDirectoryBelongsToItsApplication() {
        Server server = unlocked()
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + ROOT
                        + "</application><application path=\"/a\" applicationPool=\"P\">" + vdir("/", "C:\\a")
                        + vdir("/v", "D:\\v") + "</application></site>")
                .web("C/a", ON)
                .web("D/v", USER);
        server.at("S/a/v").isOn().inUserMode();
        assertThat(server.paths()).containsExactly("", "S", "S/a", "S/a/v");
    }

    @Test
    void twoPathsOnOneFolderShareItsFile() {
        Server server = unlocked()
                .directories(ROOT + vdir("/v", "D:\\v") + vdir("/w", "D:\\v"))
                .web("D/v", ON);
        server.at("S/v").isOn();
        server.at("S/w").isOn();
        server.at("S").isOff();
    }

    @Test
    void aFolderMappedBelowItselfAppliesItsFileTwice() {
        Server server = unlocked()
                .directories(ROOT + vdir("/again", "C:\\s"))
                .web("C/s", providers("\n<add value=\"Negotiate:Kerberos\"/>"));
        server.at("S").hasProviders("Negotiate", "NTLM", "Negotiate:Kerberos");
        server.at("S/again").fails(ErrorKind.DUPLICATE_ENTRY, "C/s/web.config:3");
    }

    @Test
    void aFileIsToldOnceWithAllItsPaths() {
        ServerConfiguration server = unlocked()
                .directories(ROOT + vdir("/v", "D:\\v") + vdir("/w", "D:\\v"))
                .web("D/v", ON)
                .configuration();
        server.forEachScope(scope -> {});
        assertThat(server.writtenFiles())
                .extracting(WrittenFile::path)
                .containsExactly("applicationHost.config", "D/v/web.config");
        assertThat(server.writtenFiles().get(1).paths()).containsExactly("S/v", "S/w");
        assertThat(server.coverage().files()).isEqualTo(2);
    }

    @Test
    void foldersBelowAreNotSearchedWhereTheVirtualDirectorySaysSo() {
        Server server = unlocked()
                .directories("<virtualDirectory path=\"/\" physicalPath=\"C:\\s\" allowSubDirConfig=\"false\"/>")
                .web("C/s", ON)
                .web("C/s/sub", USER);
        server.at("S").isOn();
        server.at("S/sub").isOn().inKernelMode();
    }

    @Test
    void nestedApplicationsAndVirtualDirectoriesHaveAFlagOfTheirOwn() {
        Server server = unlocked()
                .directories("<virtualDirectory path=\"/\" physicalPath=\"C:\\s\" allowSubDirConfig=\"false\"/>"
                        + vdir("/v", "C:\\s\\v"))
                .web("C/s/v", ON)
                .web("C/s/v/sub", USER);
        server.at("S/v").isOn();
        server.at("S/v/sub").isOn().inUserMode();
    }

    /** Three levels of defaults and the element itself; the nearest that says something wins. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', true",
        "false, '', '', '', false",
        "true, false, '', '', false",
        "false, true, '', '', true",
        "true, true, false, '', false",
        "false, false, true, '', true",
        "true, true, true, false, false",
        "false, false, false, true, true",
    })
    void theNearestDefaultOfTheVirtualDirectoryWins(
            String sites, String site, String application, String own, boolean isSearched) {
        String xml = defaults(sites) + "<site name=\"S\" id=\"1\">" + defaults(site)
                + "<application path=\"/\" applicationPool=\"P\">" + defaults(application)
                + "<virtualDirectory path=\"/\" physicalPath=\"C:\\s\"" + flag(own) + "/></application></site>";
        unlocked().sites(xml).web("C/s/sub", ON).at("S/sub").has("enabled", String.valueOf(isSearched));
    }

    private static String defaults(String value) {
        return value.isEmpty() ? "" : "<virtualDirectoryDefaults" + flag(value) + "/>";
    }

    private static String flag(String value) {
        return value.isEmpty() ? "" : " allowSubDirConfig=\"" + value + "\"";
    }

    @Test
    void thePoolOfAnApplicationComesFromTheNearestDefault() {
        Server server = base().pools("<add name=\"P\"/><add name=\"Q\"/><add name=\"R\"/>")
                .sites("""
                        <applicationDefaults applicationPool="P"/>
                        <site name="S" id="1"><applicationDefaults applicationPool="Q"/>
                        <application path="/"><virtualDirectory path="/" physicalPath="C:\\s"/></application>
                        <application path="/a" applicationPool="R">
                        <virtualDirectory path="/" physicalPath="C:\\s\\a"/></application></site>
                        <site name="T" id="2"><application path="/">
                        <virtualDirectory path="/" physicalPath="C:\\t"/></application></site>""");
        assertThat(scope(server, "S").applicationPool()).isEqualTo("Q");
        assertThat(scope(server, "S/a").applicationPool()).isEqualTo("R");
        assertThat(scope(server, "S/a/sub").applicationPool()).isEqualTo("R");
        assertThat(scope(server, "T").applicationPool()).isEqualTo("P");
        assertThat(scope(server, "").applicationPool()).isEmpty();
    }

    @Test
    void anApplicationWithoutAnyPoolNameHasNone() {
        Server server =
                base().sites("<site name=\"S\" id=\"1\"><application path=\"/\">" + ROOT + "</application></site>");
        assertThat(scope(server, "S").applicationPool()).isEmpty();
        assertThat(scope(server, "S").document().selectSingleNode("applicationPool"))
                .isNull();
    }

    @Test
    void poolDefaultsCountAttributeByAttribute() {
        Server server = base().pools("""
                        <add name="P"><processModel idleTimeout="00:00:00"/></add>
                        <applicationPoolDefaults startMode="AlwaysRunning">
                        <processModel identityType="SpecificUser" userName="CONTOSO\\svc"/>
                        </applicationPoolDefaults>""");
        assertThat(node(server, "S", "applicationPool/@startMode")).isEqualTo("AlwaysRunning");
        assertThat(node(server, "S", "applicationPool/processModel/@identityType"))
                .isEqualTo("SpecificUser");
        assertThat(node(server, "S", "applicationPool/processModel/@userName")).isEqualTo("CONTOSO\\svc");
        assertThat(node(server, "S", "applicationPool/processModel/@idleTimeout"))
                .isEqualTo("00:00:00");
    }

    @Test
    void aPoolThatSaysNothingRunsAsItsOwnIdentity() {
        assertThat(node(base(), "S", "applicationPool/processModel/@identityType"))
                .isEqualTo("ApplicationPoolIdentity");
        assertThat(node(base(), "S", "applicationPool/@startMode")).isEqualTo("OnDemand");
    }

    @Test
    void namesOfPoolsIgnoreCase() {
        Server server = base().pools("<add name=\"DEFAULTapppool\" managedPipelineMode=\"Classic\"/>")
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"DefaultAppPool\">" + ROOT
                        + "</application></site>");
        assertThat(node(server, "S", "applicationPool/@managedPipelineMode")).isEqualTo("Classic");
    }

    @Test
    void namesOfSitesAndApplicationsIgnoreCase() {
        Server server = unlocked().web("C/s/A", ON);
        server.at("s/A").isOn();
        server.at("S/a").isOn();
        assertThat(server.paths()).containsExactly("", "S", "S/a", "T");
    }

    @Test
    void aShareIsAFolderLikeAnyOther() {
        unlocked()
                .directories(vdir("/", "\\\\fs\\web"))
                .file("UNC/fs/web/web.config", "<configuration>" + ON + "</configuration>")
                .at("S")
                .isOn();
    }

    @Test
    void aShareThatWasNotCollectedIsNotAvailable() {
        unlocked().directories(vdir("/", "\\\\fs\\web")).at("S").isOff().isIncompleteFor("UNC/fs/web/web.config");
    }

    @Test
    void aVariableThatIsNotKnownIsNotAvailableAndNeverAbsent() {
        unlocked().directories(vdir("/", "%NOWHERE%\\s")).at("S").isOff().isIncompleteFor("%NOWHERE%/s/web.config");
    }

    @Test
    void aPoolThatForbidsOverridesMakesAFileBelowUnknown() {
        Server server = unlocked()
                .pools("<add name=\"P\" enableConfigurationOverride=\"false\"/>")
                .web("C/s", ON);
        server.at("S").isUnknown("enableConfigurationOverride");
        server.at("S/a").isUnknown("enableConfigurationOverride");
        server.at("T").isOff();
        server.anonymousAt("S").isOn();
    }

    @Test
    void aPoolThatForbidsOverridesLeavesWhatTheServerSays() {
        unlocked()
                .pools("<add name=\"P\" enableConfigurationOverride=\"false\"/>")
                .host(location("S", ON))
                .at("S")
                .isOn();
    }

    @Test
    void thePoolOfTheChildApplicationDecidesForIt() {
        Server server = unlocked()
                .pools("<add name=\"P\"/><add name=\"Q\" enableConfigurationOverride=\"false\"/>")
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + ROOT
                        + "</application><application path=\"/a\" applicationPool=\"Q\">" + vdir("/", "C:\\s\\a")
                        + "</application></site>")
                .web("C/s", ON);
        server.at("S").isOn();
        server.at("S/a").isUnknown("enableConfigurationOverride");
    }

    @Test
    void filesThatIisDoesNotReadAtRunTimeDoNotCount() {
        Server server = unlocked()
                .file("C/s/Web.Release.config", "<configuration>" + ON + "</configuration>")
                .file("C/s/web.config.bak", "<configuration>" + ON + "</configuration>")
                .file("C/unmapped/web.config", "<configuration>" + ON + "</configuration>")
                .file("C/inetpub/temp/appPools/P/P.config", "<configuration>" + ON + "</configuration>")
                .file("C/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config", "<x/>");
        server.at("S").isOff();
        assertThat(server.paths()).containsExactly("", "S", "S/a", "T");
    }

    @Test
    void theDocumentOfAnApplicationShowsWhereItLives() {
        Server server = base().sites("""
                        <site name="S" id="1"><application path="/" applicationPool="P">
                        <virtualDirectory path="/" physicalPath="C:\\s"/></application>
                        <bindings><binding protocol="https" bindingInformation="*:443:intranet.contoso.com"/></bindings>
                        </site>""");
        Element scope = scope(server, "S").document();
        assertThat(scope.attributeValue("path")).isEqualTo("S");
        assertThat(scope.attributeValue("kind")).isEqualTo("site");
        assertThat(scope.attributeValue("host")).isEqualTo("real");
        assertThat(node(server, "S", "site/binding/@host")).isEqualTo("intranet.contoso.com");
        assertThat(node(server, "S", "site/binding/@sslFlags")).isEqualTo("0");
        assertThat(node(server, "S", "virtualDirectory/@physicalPath")).isEqualTo("C:\\s");
        assertThat(node(server, "S", "application/@preloadEnabled")).isEqualTo("false");
        assertThat(scope(server, "").document().selectNodes("site|application|virtualDirectory|applicationPool"))
                .isEmpty();
    }

    @Test
    void theDescriptionNamesPoolAccountAndAddress() {
        Server server = base().pools(
                        "<add name=\"P\"><processModel identityType=\"SpecificUser\" userName=\"CONTOSO\\svc\"/></add>")
                .sites("""
                        <site name="S" id="1"><application path="/" applicationPool="p">
                        <virtualDirectory path="/" physicalPath="C:\\s"/></application>
                        <bindings><binding protocol="https" bindingInformation="*:443:intranet.contoso.com"/></bindings>
                        </site>""");
        assertThat(scope(server, "S").description())
                .isEqualTo("site, pool P (CONTOSO\\svc), https://intranet.contoso.com");
    }

    @Test
    void aSiteWithoutARootApplicationHasNoPool() {
        Server server = base().sites("<site name=\"S\" id=\"1\"><application path=\"/a\" applicationPool=\"P\">"
                + vdir("/", "C:\\s\\a") + "</application></site>");
        server.at("S").isOff().isComplete();
        server.at("S/a").isOff().isComplete();
        assertThat(scope(server, "S").applicationPool()).isEmpty();
        assertThat(scope(server, "S").document().attributeValue("kind")).isEqualTo("site");
        assertThat(scope(server, "S/a").kind()).isEqualTo(Kind.APPLICATION);
    }

    @Test
    void anApplicationWithoutAFolderIsStillAPath() {
        Server server = unlocked().sites("<site name=\"S\" id=\"1\"><application path=\"/\"/></site>");
        server.at("S").isOff();
        assertThat(scope(server, "S").document().selectSingleNode("virtualDirectory"))
                .isNull();
    }

    @Test
    void twoSitesOfOneNameAreADuplicateAndTheFirstIsTheSite() {
        Server server = base().sites("<site name=\"S\" id=\"1\"/>\n<site name=\"s\" id=\"2\"/>");
        server.at("", "system.applicationHost/sites").fails(ErrorKind.DUPLICATE_ENTRY, server.line("name=\"s\""));
        assertThat(server.paths()).containsExactly("", "S");
    }

    @Test
    void aPoolThatIsNotDefinedIsSaidToBe() {
        Server server = base().pools("");
        assertThat(scope(server, "S").description()).isEqualTo("site, pool P (not defined)");
        assertThat(scope(server, "S").document().selectSingleNode("applicationPool"))
                .isNull();
    }

    @Test
    void aPoolThatForbidsOverridesMakesABrokenFileUnknownToo() {
        Server server = unlocked().pools("<add name=\"P\" enableConfigurationOverride=\"false\"/>");
        server.file("C/s/web.config", "<configuration>").at("S").isUnknown("enableConfigurationOverride");
        server.web("C/s", "<unknown x=\"y\"/>").at("S").isUnknown("enableConfigurationOverride");
    }

    @Test
    void doubleSlashesInPathsLeadNowhereElse() {
        Server server = unlocked()
                .sites("<site name=\"S\" id=\"1\"><application path=\"//a\" applicationPool=\"P\">"
                        + vdir("/", "C:\\s\\a") + vdir("/b//c/", "C:\\c") + "</application></site>")
                .web("C/s/a", ON);
        server.at("S/a").isOn();
        server.at("S//a/").isOn();
        server.at("S/a/b/c").isOn();
    }

    @Test
    void sitesMayStandInASecondGroupOrInALocationTagForTheServer() {
        String sections = "<configSections><sectionGroup name=\"system.applicationHost\"><section name=\"sites\"/>"
                + "<section name=\"applicationPools\"/></sectionGroup></configSections>";
        String sites = "<system.applicationHost><sites><site name=\"S\" id=\"1\"/></sites></system.applicationHost>";
        String pools = "<system.applicationHost><applicationPools/></system.applicationHost>";
        assertThat(paths(sections + pools + sites)).containsExactly("", "S");
        assertThat(paths(sections + pools + "<location path=\".\">" + sites + "</location>"))
                .containsExactly("", "S");
    }

    private static Iterable<String> paths(String configuration) {
        return ServerConfiguration.read(MemorySource.of("<configuration>" + configuration + "</configuration>"))
                .paths();
    }

    @Test
    void anOpenPoolOfTheChildApplicationReadsTheFileAbove() {
        Server server = unlocked()
                .pools("<add name=\"P\" enableConfigurationOverride=\"false\"/><add name=\"Q\"/>")
                .sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + ROOT
                        + "</application><application path=\"/a\" applicationPool=\"Q\">" + vdir("/", "C:\\s\\a")
                        + "</application></site>")
                .web("C/s", ON);
        server.at("S").isUnknown("enableConfigurationOverride");
        server.at("S/a").isOn();
    }

    @Test
    void whatIsBrokenInAnElementLeavesItsLegalAttributes() {
        Server server = unlocked()
                .directories("<virtualDirectory path=\"/\" typo=\"x\" physicalPath=\"D:\\s\"/>")
                .web("D/s", ON);
        server.at("S").isOn();
        assertThat(node(server, "S", "virtualDirectory/@physicalPath")).isEqualTo("D:\\s");
    }

    @Test
    void whatIsBrokenInOneElementOfASiteLeavesItsBindings() {
        Server server = base().sites("""
                        <site name="S" id="1" typo="x"><logFile period="Never"/>
                        <bindings><binding protocol="https" bindingInformation="*:443:intranet.contoso.com"/></bindings>
                        </site>""");
        assertThat(node(server, "S", "site/binding/@host")).isEqualTo("intranet.contoso.com");
    }
}
