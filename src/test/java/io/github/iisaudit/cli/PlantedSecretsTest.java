package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dom4j.Element;
import org.dom4j.io.SAXReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret in a file of a server is in no output, whatever the command, the format and the rules. */
class PlantedSecretsTest {

    /** A mark for a secret, each time another one. */
    private static final String SECRET = "§";

    private static final String HOST = """
            <configuration>
              <configSections>
                <sectionGroup name="system.applicationHost">
                  <section name="applicationPools" /><section name="sites" />
                </sectionGroup>
                <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                  <section name="anonymousAuthentication" /><section name="windowsAuthentication" />
                  <section name="iisClientCertificateMappingAuthentication" />
                </sectionGroup></sectionGroup><section name="serverRuntime" /></sectionGroup>
              </configSections>
              <system.applicationHost>
                <applicationPools>
                  <add name="Pool"><processModel identityType="SpecificUser" userName="C\\svc" password="§" />
                    <environmentVariables><add name="DB_PASSWORD" value="§" /></environmentVariables></add>
                  <applicationPoolDefaults><processModel password="§" /></applicationPoolDefaults>
                </applicationPools>
                <sites>
                  <site name="Site" id="1">
                    <application path="/" applicationPool="Pool">
                      <virtualDirectory path="/" physicalPath="C:\\site" userName="C\\v" password="§" />
                      <virtualDirectoryDefaults password="§" />
                    </application>
                    <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
                    <virtualDirectoryDefaults password="§" />
                  </site>
                  <virtualDirectoryDefaults password="§" />
                </sites>
              </system.applicationHost>
              <system.webServer><security><authentication>
                <anonymousAuthentication enabled="true" userName="u" password="§" />
                <windowsAuthentication enabled="true" password="§" />
                <iisClientCertificateMappingAuthentication>
                  <oneToOneMappings><add certificate="x" userName="u" password="§" /></oneToOneMappings>
                </iisClientCertificateMappingAuthentication>
              </authentication></security></system.webServer>
            </configuration>
            """;

    private static final String WEB = """
            <configuration>
              <!-- <identity password="§" /> Pwd=§; iisaudit:ignore -->
              <!-- iisaudit:ignore no-such-rule the password=§ is known -->
              <connectionStrings>
                <add name="Db" connectionString="Server=s;User ID=u;Password=&quot;§;§&quot;;Encrypt=true" />
                <add name="Azure" connectionString="AccountName=n;AccountKey=§==" />
              </connectionStrings>
              <appSettings>
                <add key="SmtpPassword" value="§" />
                <add
                  value="§"
                  key="ApiKey" />
                <add key="Blob" value="https://x.net/c?sv=2020&amp;sig=§" />
                <add key="Git" value="https://user:§@host/x.git" />
              </appSettings>
              <system.web>
                <identity impersonate="true" userName="C\\app" password="§" />
                <machineKey validationKey="§" decryptionKey="§" />
                <sessionState mode="SQLServer" sqlConnectionString="data source=s;password=§" />
                <authentication mode="Forms"><forms><credentials>
                  <user name="u" password="§" /></credentials></forms></authentication>
              </system.web>
              <system.net><mailSettings><smtp><network userName="u" password="§" /></smtp></mailSettings></system.net>
              <system.webServer>
                <aspNetCore processPath="dotnet" arguments="a.dll --password §">
                  <environmentVariables><environmentVariable name="DB_PASSWORD" value="§" /></environmentVariables>
                </aspNetCore>
                <security><authentication>
                  <windowsAuthentication enabled="x" password="§"/><anonymousAuthentication password="§"
                    enabled="maybe" userName="u" />
                </authentication></security>
              </system.webServer>
              <My><ApiKey>§</ApiKey><setting name="Token"><value>§</value></setting></My>
            </configuration>
            """;

    /** Finds everything, and says all that it can say of it. */
    private static final String CURIOUS = """
            <rule id="curious-ID" severity="error" confidence="high" SUBJECT>
              <title>t</title>
              <flag>FLAG</flag>
              <label>{.} {string(..)}</label>
              <message>{name(.)} {.} {string(..)} {string(/)} {concat(., ../@*[2], ../@password, ../@value)} {translate(., 'a', 'b')}
                {substring(., 2, 7)} {string-length(.)} {//@password} {//comment()[1]} {//comment()[2]} {//ApiKey} {//value}
                {//@connectionString} {//identity/@password}</message>
              <case when="starts-with(., 'x')">{.} x</case>
              <case when="string-length(.) &gt; 3">{.} is longer</case>
              <fix>set {.} {..}</fix>
              <rationale>r</rationale><affected>a</affected><confirm>c</confirm><remediation>r</remediation>
              <references><ref href="https://example.com">x</ref></references>
              <examples><bad name="b" marks="x"><web path="/"><configuration x="y"/></web></bad>
                <good name="g"><web path="/"><configuration/></web></good></examples>
            </rule>
            """;

    private final List<String> planted = new ArrayList<>();

    @TempDir
    private Path folder;

    private String server = "";
    private String rules = "";

    @BeforeEach
    void plant() throws IOException {
        Path root = Files.createDirectories(folder.resolve("SERVER1"));
        Files.writeString(root.resolve("applicationHost.config"), planted(HOST));
        Files.createDirectories(root.resolve("C/site/sub"));
        Files.writeString(root.resolve("C/site/web.config"), planted(WEB));
        // Not well formed: the excerpt is of the line at fault.
        String cut = "<configuration>\n<a connectionString=\"Password=§ /><b password='§&x;§' />\n</configuration>";
        Files.write(root.resolve("C/site/sub/web.config"), planted(cut).getBytes(StandardCharsets.UTF_16));
        Path own = Files.createDirectories(folder.resolve("rules"));
        rule(own, "file", "scope=\"file\"", "//@* | //comment() | //text() | //*");
        rule(own, "path", "", "//@* | //*");
        server = root.toString();
        rules = own.toString();
    }

    private static void rule(Path rules, String id, String subject, String flag) throws IOException {
        String text = CURIOUS.replace("ID", id).replace("SUBJECT", subject).replace("FLAG", flag);
        Files.writeString(rules.resolve("curious-" + id + ".xml"), text);
    }

    private String planted(String text) {
        Matcher mark = Pattern.compile(SECRET).matcher(text);
        return mark.replaceAll(found -> {
            planted.add("Zq" + planted.size() + "vJk4" + planted.size() + "Wm8xHt");
            return planted.get(planted.size() - 1);
        });
    }

    @Test
    void no_report_has_one() throws IOException {
        for (Format format : Format.values()) {
            Path file = folder.resolve("report." + format.id());
            Run run =
                    run("scan", server, "--rules", rules, "--output", format.id() + "=" + file, "--verbose", "--debug");
            assertHidden("scan " + format, run);
            assertHidden("scan " + format, Files.readString(file));
            assertThat(Files.readString(file)).contains("curious-file");
        }
    }

    @Test
    void neither_has_a_baseline_nor_what_is_compared_with_one() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        assertHidden("write", run("scan", server, "--rules", rules, "--write-baseline", baseline.toString()));
        assertHidden("baseline", Files.readString(baseline));
        assertHidden("compare", run("scan", server, "--rules", rules, "--baseline", baseline.toString()));
    }

    @Test
    void effective_shows_none() {
        for (String format : List.of("text", "json", "xml")) {
            Run run = run("effective", server, "--format", format, "--all");
            assertHidden("effective " + format, run);
            assertThat(run.out()).as(format).contains("windowsAuthentication");
        }
    }

    @Test
    void what_if_shows_none() {
        for (String format : List.of("text", "json", "markdown")) {
            Run run = run("what-if", server, "--format", format, "--rules", rules, "--set", "useKernelMode=false");
            assertHidden("what-if " + format, run);
        }
    }

    @Test
    void one_line_and_one_file_hide_theirs_too() throws IOException {
        Path one = folder.resolve("web.config");
        Files.writeString(one, planted(WEB).replace("\n", " "));
        Run run = run("scan", one.toString(), "--rules", rules);

        assertHidden("one line", run);
        assertThat(run.out()).contains("curious-file");
    }

    /** What the schema says is encrypted is secret; in any other text, what stands behind the name of a secret is. */
    @Test
    void every_attribute_of_the_schema_hides_what_is_secret_in_it() throws Exception {
        StringBuilder declared = new StringBuilder();
        StringBuilder written = new StringBuilder();
        for (Path file : schemas()) {
            for (Element section :
                    new SAXReader().read(file.toFile()).getRootElement().elements()) {
                List<String> path = List.of(section.attributeValue("name").split("/"));
                String name = path.get(path.size() - 1);
                declared.append(in(path, "sectionGroup name=\"%s\"", "<section name=\"" + name + "\"/>"));
                written.append(in(path, "%s", element(name, section)));
            }
        }
        String text =
                "<configuration>\n<configSections>" + declared + "</configSections>\n" + written + "</configuration>";
        assertThat(text).contains("password=\"§\"");
        Path host = Files.createDirectories(folder.resolve("SERVER2")).resolve("applicationHost.config");
        Files.writeString(host, planted(text));
        List<String> scan = new ArrayList<>(List.of("scan", host.toString(), "--rules", rules));
        for (Format format : Format.values()) {
            scan.addAll(List.of("--output", format.id() + "=" + folder.resolve("all." + format.id())));
        }
        assertHidden("scan", run(scan.toArray(String[]::new)));
        for (Format format : Format.values()) {
            assertHidden("scan " + format, Files.readString(folder.resolve("all." + format.id())));
        }
        assertHidden("effective", run("effective", host.toString(), "--all"));
        assertHidden("effective", run("effective", host.toString(), "--all", "--format", "json"));
        assertHidden("what-if", run("what-if", host.toString(), "--set", "useKernelMode=false"));
    }

    private static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/github/iisaudit/config/schema"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static String in(List<String> path, String group, String inside) {
        StringBuilder text = new StringBuilder(inside);
        for (int i = path.size() - 2; i >= 0; i--) {
            String tag = group.formatted(path.get(i));
            text.insert(0, "<" + tag + ">")
                    .append("</")
                    .append(tag.split(" ")[0])
                    .append('>');
        }
        return text.append('\n').toString();
    }

    private static String element(String name, Element schema) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder children = new StringBuilder();
        for (Element part : schema.elements()) {
            switch (part.getName()) {
                case "attribute" -> attributes.append(attribute(part));
                case "element" -> children.append(element(part.attributeValue("name"), part));
                case "collection" -> {
                    for (String add : part.attributeValue("addElement", "add").split(",")) {
                        children.append(element(add, part));
                    }
                }
                default -> children.append("");
            }
        }
        return "<" + name + attributes + ">\n" + children + "</" + name + ">\n";
    }

    private static String attribute(Element schema) {
        boolean isSecret = schema.attributeValue("encrypted", "false").equals("true");
        boolean isOfNames =
                List.of("name", "path", "key", "type", "physicalPath").contains(schema.attributeValue("name"));
        String value = isSecret ? SECRET : isOfNames ? "x" : "x;Password=" + SECRET;
        return " " + schema.attributeValue("name") + "=\"" + value + "\"";
    }

    private static Run run(String... arguments) {
        return Run.of(arguments);
    }

    private void assertHidden(String what, Run run) {
        assertHidden(what + ", standard output", run.out());
        assertHidden(what + ", standard error", run.err());
    }

    /** Neither a secret nor six characters of it, in no simple disguise. */
    private void assertHidden(String what, String output) {
        for (String secret : planted) {
            for (int i = 0; i + 6 <= secret.length(); i++) {
                String piece = secret.substring(i, i + 6);
                int at = output.indexOf(piece);
                assertThat(at < 0 ? "" : output.substring(Math.max(0, at - 80), at + 6))
                        .as(what)
                        .isEmpty();
            }
            String reversed = new StringBuilder(secret).reverse().toString();
            String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(output).as(what).doesNotContain(reversed, coded.substring(0, 8));
        }
    }

    @Test
    void what_a_schema_of_the_server_says_is_encrypted_is_hidden_whatever_it_is_called() throws IOException {
        Path server = folder.resolve("OWN");
        Path config =
                Files.createDirectories(server.resolve("inetsrv/config/schema")).getParent();
        Files.writeString(config.resolve("schema/vault_schema.xml"), """
                <configSchema><sectionSchema name="system.webServer/vault">
                  <attribute name="enabled" type="bool" /><attribute name="unlock" type="string" encrypted="true" />
                  <element name="door"><attribute name="code" type="string" encrypted="true" />
                    <attribute name="label" type="string" /></element>
                  <collection addElement="box"><attribute name="id" type="string" isUniqueKey="true" />
                    <attribute name="value" type="string" encrypted="true" /></collection>
                </sectionSchema></configSchema>""");
        Files.writeString(config.resolve("applicationHost.config"), """
                <configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites" />
                  </sectionGroup><sectionGroup name="system.webServer"><section name="vault" /></sectionGroup></configSections>
                <system.applicationHost><sites><site name="S" id="1"><application path="/">
                  <virtualDirectory path="/" physicalPath="C:\\s" /></application></site></sites></system.applicationHost>
                <system.webServer><vault enabled="maybe" unlock="plantedOne"><door code='plantedTwo' label="kept" />
                  <box id="b" value="plantedThree" /><box id="b" value="plantedFour" wrong="1" /></vault></system.webServer>
                </configuration>""");
        for (Format format : Format.values()) {
            Run run = Run.of("scan", server.toString(), "--full", "--format", format.id());
            assertThat(run.out() + run.err()).as(format.id()).doesNotContain("planted");
        }
        assertThat(Run.of("scan", server.toString()).out()).contains("vault enabled=\"maybe\" unlock=\"****");
        Path host = config.resolve("applicationHost.config");
        Files.writeString(
                host,
                Files.readString(host)
                        .replace("maybe", "true")
                        .replace(" wrong=\"1\"", "")
                        .replace("id=\"b\" value=\"plantedF", "id=\"c\" value=\"plantedF"));
        for (String format : List.of("text", "json", "xml")) {
            Run run = Run.of("effective", server.toString(), "--all", "--format", format);
            assertThat(run.out() + run.err())
                    .as(format)
                    .doesNotContain("planted")
                    .contains("kept");
        }
    }
}
