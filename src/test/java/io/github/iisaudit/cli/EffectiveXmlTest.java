package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code iisaudit effective --format xml}: what rules see. */
class EffectiveXmlTest {

    private static final String HOST = """
            <configuration>
              <configSections>
                <sectionGroup name="system.applicationHost">
                  <section name="applicationPools" overrideModeDefault="Deny" />
                  <section name="sites" overrideModeDefault="Deny" />
                </sectionGroup>
                <sectionGroup name="system.webServer"><sectionGroup name="security">
                  <sectionGroup name="authentication">
                    <section name="anonymousAuthentication" overrideModeDefault="Deny" />
                    <section name="windowsAuthentication" overrideModeDefault="Deny" />
                  </sectionGroup>
                </sectionGroup></sectionGroup>
              </configSections>
              <system.applicationHost>
                <applicationPools>
                  <add name="a&lt;&amp;&#x202E;"><processModel identityType="SpecificUser" userName="u" password="geheim" /></add>
                </applicationPools>
                <sites>
                  <site name="Site" id="1">
                    <application path="/" applicationPool="a&lt;&amp;&#x202E;">
                      <virtualDirectory path="/" physicalPath="C:\\site" />
                    </application>
                    <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
                  </site>
                </sites>
              </system.applicationHost>
              <location path="Site"><system.webServer><security><authentication>
                <windowsAuthentication enabled="TRUE" />
              </authentication></security></system.webServer></location>
            </configuration>
            """;

    @TempDir
    private Path folder;

    private Run xml(String... more) throws IOException {
        Path server = Files.createDirectories(folder.resolve("SERVER1"));
        Files.writeString(server.resolve("applicationHost.config"), HOST);
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"effective", server.toString(), "--format", "xml"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void onePathIsItsDocumentWithAllThatRulesSee() throws Exception {
        Run run = xml("--path", "Site");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scope path=\"Site\" kind=\"site\" server=\"SERVER1\"")
                .contains(
                        "\n  <site name=\"Site\" id=\"1\"",
                        "\n    <binding ",
                        "\n        <windowsAuthentication enabled=\"true\"")
                .contains("<anonymousAuthentication ", "<system.web>")
                .endsWith("</scope>\n");
        assertThat(parse(run.out()).getDocumentElement().getTagName()).isEqualTo("scope");
    }

    @Test
    void severalPathsStandWithinScopes() throws Exception {
        Run run = xml();

        assertThat(run.out())
                .contains("\n<scopes>\n  <scope path=\"\" kind=\"server\"", "\n  <scope path=\"Site\" kind=\"site\"")
                .endsWith("  </scope>\n</scopes>\n");
        assertThat(parse(run.out()).getElementsByTagName("scope").getLength()).isEqualTo(2);
    }

    @Test
    void oneSectionStandsAmongItsSurroundings() throws Exception {
        Document document = parse(
                xml("--path", "Site", "--section", "windowsAuthentication").out());

        assertThat(document.getElementsByTagName("windowsAuthentication").getLength())
                .isEqualTo(1);
        assertThat(document.getElementsByTagName("processModel").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("anonymousAuthentication").getLength())
                .isZero();
        assertThat(document.getElementsByTagName("system.web").getLength()).isZero();
    }

    @Test
    void passwordsAreMaskedAndTheRestIsEscaped() throws Exception {
        String out = xml("--path", "Site").out();

        assertThat(out).contains(" userName=\"u\" password=\"***\"").doesNotContain("geheim");
        assertThat(out).contains(" applicationPool=\"a&lt;&amp;&#8238;\"");
    }
}
