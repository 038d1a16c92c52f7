package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.HOST;
import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.ProgramFile;
import io.github.iisaudit.xml.XmlReader;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;

/** Without the server's own file, both readings are given: the error on a stock server, and the values if unlocked. */
class AssumedHostTest {

    private static final String ON = windows("enabled=\"true\"");

    @Test
    void aLockedSectionHasItsValuesBesideTheErrorOfAStockServer() {
        base().assumed()
                .web("C/s", ON)
                .at("S")
                .isOn()
                .inKernelMode()
                .hasProviders("Negotiate", "NTLM")
                .wouldFail(ErrorKind.SECTION_LOCKED, "C/s/web.config:2")
                .lockedBy(HOST + " overrideModeDefault=\"Deny\"");
    }

    @Test
    void theStockServerHasNoSecretsThatWouldHaveToBeLookedFor() throws Exception {
        byte[] stock = ProgramFile.bytes("/io/github/iisaudit/source/stock-applicationHost.config")
                .orElseThrow();
        XmlReader reader = new XmlReader();
        assertThat(reader.ofOwnFiles().read("stock", stock).asXML())
                .isEqualTo(reader.read("stock", stock).asXML());
    }

    @Test
    void theDocumentShowsBothReadings() {
        Scope scope = base().assumed().web("C/s", ON).configuration().find("S").orElseThrow();
        Element section = (Element)
                scope.document().selectSingleNode("system.webServer/security/authentication/windowsAuthentication");
        assertThat(section.attributeValue("enabled")).isEqualTo("true");
        assertThat(section.element("error").attributeValue("assumed")).isEqualTo("true");
        assertThat(scope.document().attributeValue("host")).isEqualTo("assumed");
    }

    @Test
    void theFirstFileThatRunsIntoTheLockIsTold() {
        base().assumed()
                .web("C/s", ON)
                .web("C/s/a", windows("useKernelMode=\"false\""))
                .at("S/a")
                .isOn()
                .inUserMode()
                .wouldFail(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
    }

    @Test
    void aSectionThatAStockServerOpensHasNoSuchError() {
        Answer answer = unlocked().assumed().web("C/s", ON).at("S").isOn();
        assertThat(answer.toString()).doesNotContain("assumed [");
    }

    @Test
    void aLockThatTheRepositoryItselfSetsIsCertain() {
        unlocked()
                .assumed()
                .web("C/s", Server.tag("overrideMode=\"Deny\"", ON))
                .web("C/s/a", ON)
                .at("S/a")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/a/web.config:2");
    }

    @Test
    void aMistakeIsAMistakeOnEveryServer() {
        base().assumed()
                .web("C/s", windows("enabled=\"maybe\""))
                .at("S")
                .fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/web.config:2");
        base().assumed()
                .web("C/s", location("sub", windows("enable=\"true\"")))
                .at("S/sub")
                .fails(ErrorKind.UNRECOGNIZED_ATTRIBUTE, "C/s/web.config:2");
    }

    @Test
    void theSectionOfAModuleMayBeDeclaredOnTheRealServer() {
        String module = "<system.webServer><someModule enabled=\"true\"/></system.webServer>";
        base().assumed().web("C/s", module).at("S").isOff();
    }

    @Test
    void aSlipInTheCaseOfASectionIsCertain() {
        base().assumed()
                .web("C/s", "<system.webServer><Security><x/></Security></system.webServer>")
                .at("S")
                .fails(ErrorKind.UNDECLARED, "C/s/web.config:2");
    }

    @Test
    void theAssumedFileIsNotToldAsOneThatWasRead() {
        ServerConfiguration server = base().assumed().web("C/s", ON).configuration();
        server.forEachScope(scope -> {});
        assertThat(server.writtenFiles()).extracting(WrittenFile::path).containsExactly("C/s/web.config");
        assertThat(server.coverage().files()).isEqualTo(1);
        assertThat(server.coverage().notices())
                .anySatisfy(notice -> assertThat(notice.told()).contains("stock IIS 10 server"));
    }

    @Test
    void aGranularLockOfTheStockServerIsAssumedToo() {
        base().assumed()
                .host("<system.webServer><modules><add name=\"X\" lockItem=\"true\"/></modules></system.webServer>")
                .web("C/s", "<system.webServer><modules><remove name=\"X\"/></modules></system.webServer>")
                .at("S", "system.webServer/modules")
                .hasEntries("")
                .wouldFail(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }

    @Test
    void aGranularLockThatTheRepositoryItselfSetsIsCertain() {
        unlocked()
                .assumed()
                .web("C/s", windows("lockAttributes=\"enabled\""))
                .web("C/s/a", ON)
                .at("S/a")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/a/web.config:2");
    }

    @Test
    void aSectionElementThatTheRepositoryItselfLocksIsCertainlyLocked() {
        unlocked()
                .assumed()
                .web("C/s", windows("lockItem=\"true\""))
                .web("C/s/a", ON)
                .at("S/a")
                .fails(ErrorKind.SECTION_LOCKED, "C/s/a/web.config:2");
    }

    @Test
    void anAttributeThatTheStockServerLocksHasItsValueBesideTheError() {
        unlocked()
                .assumed()
                .everywhere("lockAttributes=\"enabled\"", "")
                .web("C/s", ON)
                .at("S")
                .isOn()
                .wouldFail(ErrorKind.LOCK_VIOLATION, "C/s/web.config:2");
    }
}
