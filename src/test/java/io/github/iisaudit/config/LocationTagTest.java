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

/** For which paths a location tag speaks. */
class LocationTagTest {

    private static final String ON = windows("enabled=\"true\"");

    @Test
    void aSectionThatNobodyWritesHasTheDefaultsOfTheSchema() {
        base().authentication("")
                .at("S")
                .isOff()
                .inKernelMode()
                .has("useAppPoolCredentials", "false")
                .has("authPersistNonNTLM", "false")
                .has("extendedProtection/tokenChecking", "None")
                .hasProviders();
    }

    @Test
    void aTagOfTheServerSetsWhatItNamesAndLeavesTheRest() {
        base().host(location("S", ON))
                .at("S")
                .isOn()
                .inKernelMode()
                .has("useAppPoolCredentials", "false")
                .hasProviders("Negotiate", "NTLM");
    }

    @Test
    void aTagOfTheServerMayWriteASectionThatIsLockedForLowerFiles() {
        base().host(location("S/a", ON)).at("S/a").isOn();
    }

    @Test
    void aTagReachesThePathAndEverythingBelowIt() {
        Server server = base().host(location("S/a", ON));
        server.at("S").isOff();
        server.at("S/a").isOn();
        server.at("S/a/deep/er").isOn();
        server.at("T").isOff();
    }

    @Test
    void pathsAreComparedBySegments() {
        Server server = base().host(location("S/a", ON));
        server.at("S/ab").isOff();
        server.at("S/a.b").isOff();
    }

    @Test
    void aNeighbourWithALongerNameThatIsAskedForNextIsNotBelow() {
        Server server = base().host(location("S/a", ON)).host(location("S/ab", windows("useKernelMode=\"false\"")));
        ServerConfiguration configuration = server.configuration();
        Server.windowsAuthentication(configuration, "S/a").isOn().inKernelMode();
        Server.windowsAuthentication(configuration, "S/ab").isOff().inUserMode();
    }

    @Test
    void caseDoesNotMatterInPaths() {
        base().host(location("s/A", ON)).at("S/a").isOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path=\"\"", "path=\".\""})
    void aTagWithoutPathSpeaksForTheLevelOfItsFile(String path) {
        String text = tag(path, windows("enabled=\"true\" useKernelMode=\"false\""));
        Server inHost = base().authentication("").host(text);
        inHost.at("").isOn().inUserMode();
        inHost.at("S").isOn().inUserMode();
        Server inWeb = unlocked().web("C/s", text);
        inWeb.at("").isOff();
        inWeb.at("S").isOn().inUserMode();
        inWeb.at("T").isOff();
    }

    @Test
    void aTagWithoutPathThatAllowsUnlocksTheSectionForAllSites() {
        base().authentication("")
                .host(tag("path=\"\" overrideMode=\"Allow\"", windows("enabled=\"true\" useKernelMode=\"false\"")))
                .web("C/s", windows("useKernelMode=\"true\""))
                .at("S")
                .isOn()
                .inKernelMode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"path=\".\"", "path=\"\"", ""})
    void aSectionOutsideAndInATagForTheSameLevelIsADuplicateForAllSites(String path) {
        Server server = base().host(tag(path, windows("enabled=\"true\"")));
        String place = server.line("<location");
        server.at("").fails(ErrorKind.DUPLICATE_SECTION, place);
        server.at("S").fails(ErrorKind.DUPLICATE_SECTION, place);
        server.at("S/a").fails(ErrorKind.DUPLICATE_SECTION, place);
    }

    @Test
    void aSectionInTwoGroupElementsOfOneFileIsADuplicate() {
        unlocked()
                .web("C/s", windows("enabled=\"true\"") + "\n" + windows("useKernelMode=\"false\""))
                .at("S")
                .fails(ErrorKind.DUPLICATE_SECTION, "C/s/web.config:3");
    }

    @Test
    void theSamePathTwiceIsADuplicateEvenInAnotherCase() {
        Server server = base().host(location("S", ON)).host(location("s", windows("useKernelMode=\"false\"")));
        server.at("S").fails(ErrorKind.DUPLICATE_SECTION, server.line("path=\"s\""));
        server.at("T").isOff();
    }

    @Test
    void aDuplicateLeavesOtherSectionsAlone() {
        base().host(location("S", ON)).host(location("S", ON)).anonymousAt("S").isOn();
    }

    @Test
    void theSamePathTwiceIsLegalForDifferentSections() {
        String anonymousOff = """
                <system.webServer><security><authentication>
                <anonymousAuthentication enabled="false"/>
                </authentication></security></system.webServer>""";
        Server server = base().host(location("S", ON)).host(location("S", anonymousOff));
        server.at("S").isOn();
        server.anonymousAt("S").isOff();
    }

    @Test
    void aTagOfALowerFileIsRelativeToThatFile() {
        Server server = unlocked().web("C/s", location("a", ON));
        server.at("S").isOff();
        server.at("S/a").isOn();
    }

    @Test
    void aSiteNameInALowerFileIsJustAFolderName() {
        Server server = unlocked().web("C/s", location("S", ON));
        server.at("S").isOff();
        server.at("S/S").isOn();
    }

    @Test
    void aTagOfAnApplicationIsRelativeToTheApplication() {
        Server server = unlocked().web("C/s/a", location("a", windows("useKernelMode=\"false\"")));
        server.at("S/a").inKernelMode();
        server.at("S/a/a").inUserMode();
    }

    @Test
    void aTagForAFileThatIsNotThereIsLegal() {
        Server server = base().host(location("S/nofile.html", ON));
        server.at("S").isOff();
        server.at("S/nofile.html").isOn();
        assertThat(server.configuration().find("S/nofile.html"))
                .hasValueSatisfying(scope -> assertThat(scope.kind()).isEqualTo(Scope.Kind.FILE));
    }

    @Test
    void aTagForASiteThatIsNotThereTouchesNobodyAndIsNoPath() {
        Server server = base().host(location("OldSite", windows("enabled=\"true\" useKernelMode=\"false\"")));
        server.at("").isOff();
        server.at("S").isOff().inKernelMode();
        assertThat(server.paths()).doesNotContain("OldSite");
        assertThat(server.configuration().find("OldSite")).isEmpty();
    }

    @Test
    void blanksAndBracketsBelongToTheName() {
        Server server = base().sites("""
                        <site name="My Site (1)" id="1"><application path="/" applicationPool="P">
                        <virtualDirectory path="/" physicalPath="C:\\s"/></application></site>""").host(location("My Site (1)/a", ON));
        server.at("My Site (1)").isOff();
        server.at("My Site (1)/a").isOn();
        server.at("My Site (1)/a b").isOff();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S/", "/S", "/S/", " S", "S "})
    void aPathWithOuterSlashesOrBlanksIsUnknownAtTheWouldBeTarget(String path) {
        Server server = base().host(location(path, ON));
        server.at("S").isUnknown("location path \"" + path + "\"");
        server.at("S/a").isUnknown("location path");
        server.at("").isOff();
        server.at("T").isOff();
        server.anonymousAt("S").isOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/", "/a", "./a", "a//", "a/."})
    void aDoubtfulPathInALowerFileIsUnknownThereOnly(String path) {
        Server server = unlocked().web("C/s", location(path, ON));
        server.at("S").isOff();
        server.at("S/a").isUnknown("location path \"" + path + "\"");
        server.at("T").isOff();
    }

    @Test
    void aBackslashIsUnknownWhereASlashWouldLead() {
        Server server = base().host(location("S\\a", ON));
        server.at("S").isOff();
        server.at("S/a").isUnknown("location path");
    }

    @Test
    void aTagInsideAGroupIsAnElementThatNothingDeclares() {
        String inside = "<system.webServer>" + location("S", "<security/>") + "</system.webServer>";
        Server server = base().host(inside);
        server.at("S").fails(ErrorKind.UNDECLARED, server.line("<location"));
    }

    @Test
    void aTagWithoutTheOuterGroupConfiguresNothingAndIsInvalid() {
        String inside =
                "<security><authentication><windowsAuthentication enabled=\"true\"/></authentication></security>";
        Server server = base().host(location("S", inside));
        server.at("S").fails(ErrorKind.UNDECLARED, server.line("<location"));
    }

    @Test
    void aTagThatDoesNotReachChildApplicationsStillReachesFolders() {
        Server server = unlocked()
                .web("C/s", tag("path=\".\" inheritInChildApplications=\"false\"", ON))
                .folder("C/s/sub");
        server.at("S").isOn();
        server.at("S/sub").isOn();
        server.at("S/a").isOff();
        server.at("S/a/below").isOff();
    }

    @Test
    void aTagReachesChildApplicationsUnlessItSaysOtherwise() {
        unlocked().web("C/s", tag("path=\".\"", ON)).at("S/a").isOn();
        unlocked()
                .web("C/s", tag("inheritInChildApplications=\"true\"", ON))
                .at("S/a")
                .isOn();
    }

    @Test
    void aTagOfTheServerKeepsItsContentFromChildApplicationsToo() {
        Server server = base().host(tag("path=\"S\" inheritInChildApplications=\"false\"", ON));
        server.at("S").isOn();
        server.at("S/a").isOff();
    }

    @Test
    void aTagForAnApplicationReachesItThoughItDoesNotReachChildApplications() {
        Server server = base().host(tag("path=\"S/a\" inheritInChildApplications=\"false\"", ON));
        server.at("S/a").isOn();
        server.at("S/a/sub").isOn();
    }

    @Test
    void aVirtualDirectoryIsNoChildApplication() {
        base().directories(Server.vdir("/", "C:\\s") + Server.vdir("/v", "C:\\v"))
                .host(tag("path=\"S\" inheritInChildApplications=\"false\"", ON))
                .at("S/v")
                .isOn();
    }

    @Test
    void aTagMustNotHaveBothFormsOfTheOverrideMode() {
        Server server = base().host(tag("path=\"S\" allowOverride=\"true\" overrideMode=\"Allow\"", ON));
        server.at("S").fails(ErrorKind.BOTH_OVERRIDE_ATTRIBUTES, server.line("<location"));
        server.at("T").fails(ErrorKind.BOTH_OVERRIDE_ATTRIBUTES, server.line("<location"));
    }

    @Test
    void aSectionMayForbidToStandInATag() {
        Server server = declaring("allowLocation=\"false\"").host(location("S", ON));
        server.at("S")
                .fails(ErrorKind.LOCATION_NOT_ALLOWED, server.line("<location"))
                .lockedBy(HOST + " allowLocation=\"false\"");
        server.at("T").isOff();
    }

    @Test
    void orderInTheFileDoesNotMatter() {
        String shallow = location("S", windows("enabled=\"true\" useKernelMode=\"false\""));
        String deep = location("S/a", windows("useKernelMode=\"true\""));
        base().host(shallow).host(deep).at("S/a").isOn().inKernelMode();
        base().host(deep).host(shallow).at("S/a").isOn().inKernelMode();
    }

    @Test
    void aTargetOfATagIsAPathInTheSpellingOfTheSiteTree() {
        assertThat(base().host(location("s/A", ON)).paths()).containsExactly("", "S", "S/a", "T");
    }

    @Test
    void aTargetOfATagIsAPathOfItsOwn() {
        assertThat(unlocked()
                        .host(location("S/dir", ON))
                        .web("C/s/a", location("deep/er", ON))
                        .paths())
                .containsExactly("", "S", "S/a", "S/a/deep/er", "S/dir", "T");
    }

    @Test
    void aDoubtfulPathBesideAPlainOneIsUnknownInEitherOrder() {
        String plain = location("S", ON);
        String doubtful = location("S/", windows("useKernelMode=\"false\""));
        base().host(plain).host(doubtful).at("S").isUnknown("location path");
        base().host(doubtful).host(plain).at("S").isUnknown("location path");
    }

    @Test
    void aTagForTheWholeServerThatDoesNotReachChildApplicationsIsUnknownInThem() {
        Server server = base().authentication("").host(tag("path=\".\" inheritInChildApplications=\"false\"", ON));
        server.at("").isOn();
        server.at("S").isUnknown("inheritInChildApplications");
    }

    @Test
    void aWrongTagOfALowerFileBreaksThatFile() {
        Server server = base().web("C/s", tag("path=\"sub\" allowOverride=\"true\" overrideMode=\"Allow\"", ""));
        server.at("S").fails(ErrorKind.BOTH_OVERRIDE_ATTRIBUTES, "C/s/web.config:2");
        server.at("S/a").fails(ErrorKind.BOTH_OVERRIDE_ATTRIBUTES, "C/s/web.config:2");
        server.at("T").isOff();
    }

    @Test
    void aDuplicateInALowerFileReachesItsOwnPathOnly() {
        Server server = unlocked().web("C/s", location("sub", ON) + "\n" + location("SUB", ON));
        server.at("S").isOff();
        server.at("S/sub").fails(ErrorKind.DUPLICATE_SECTION, "C/s/web.config:3");
    }

    private static final String CONFINED =
            Server.tag("path=\".\" inheritInChildApplications=\"false\"", Server.windows("enabled=\"true\""));

    @Test
    void whatATagKeepsFromChildApplicationsIsNotKnownBelowItWherePathsHaveSomethingOfTheirOwn() {
        String own = Server.location("own", "<system.webServer><directoryBrowse/></system.webServer>");
        Server server = Server.unlocked()
                .web("C/s", CONFINED + own)
                .web("C/s/web", "<system.webServer><directoryBrowse/></system.webServer>")
                .folder("C/s/plain");
        server.at("S").isOn();
        server.at("S/plain").isOn();
        server.at("S/own").isUnknown("inheritInChildApplications");
        server.at("S/own/below").isUnknown("inheritInChildApplications");
        server.at("S/web").isUnknown("C/s/web.config:2");
        server.at("S/a").isOff();
    }

    @Test
    void whatItDoesNotSpeakOfAndWhatOtherTagsSayIsKnownThere() {
        Server server = Server.unlocked()
                .web("C/s", Server.tag("path=\".\"", Server.windows("enabled=\"true\"")))
                .web("C/s/web", "<system.webServer><directoryBrowse/></system.webServer>");
        server.at("S/web").isOn();
        Server.unlocked()
                .web("C/s", CONFINED)
                .web("C/s/web", "<system.webServer><directoryBrowse/></system.webServer>")
                .anonymousAt("S/web")
                .isOn();
    }
}
