package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final String HOST = """
            <configuration><configSections>
            <sectionGroup name="system.applicationHost"><section name="applicationPools"/><section name="sites"/></sectionGroup>
            <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
            <section name="windowsAuthentication" overrideModeDefault="Deny"/></sectionGroup></sectionGroup></sectionGroup>
            </configSections>
            <system.applicationHost><applicationPools><add name="P"/></applicationPools><sites><site name="S" id="1">
            <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="D:\\web"/></application>
            <bindings><binding protocol="http" bindingInformation="*:80:"/></bindings></site></sites></system.applicationHost>
            <system.webServer><security><authentication><windowsAuthentication enabled="true"/></authentication></security>
            </system.webServer></configuration>
            """;

    private static final String WEB = """
            <configuration><system.webServer><security><authentication>
            <windowsAuthentication enabled="true" useKernelMode="true"/></authentication></security></system.webServer>
            </configuration>
            """;

    private static final String PARAMETERS = """
            <parameters><parameter name="Kernel" defaultValue="false">
            <parameterEntry kind="XmlFile" scope="\\\\web\\.config$" match="//windowsAuthentication/@useKernelMode"/>
            </parameter></parameters>
            """;

    @TempDir
    Path folder;

    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void a_zip_of_a_server_is_a_server_that_bears_its_name() throws IOException {
        files.put("WEB01/inetsrv/config/applicationHost.config", HOST);
        files.put("WEB01/D/web/web.config", "<configuration/>");
        Run run = scan(zip("web01.zip"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "\"server\": \"web01\"",
                        "\"file\": \"web01.zip!/WEB01/inetsrv/config/applicationHost.config\"");
    }

    @Test
    void what_is_an_archive_shows_by_its_content() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        files.put("D/web/web.config", "<configuration/>");
        Path odd = Files.move(targz("a.tar.gz"), folder.resolve("a.bin"));
        assertThat(scan(odd).out()).contains("\"servers\": 1", "a.bin!/inetsrv");
    }

    @Test
    void a_tar_of_a_fleet_has_long_names_too() throws IOException {
        String deep = "/D/web/" + "folder-with-a-name/".repeat(8) + "web.config";
        for (String server : new String[] {"WEB01", "WEB02"}) {
            files.put(server + "/inetsrv/config/applicationHost.config", HOST);
            files.put(server + deep, WEB);
        }
        Run run = scan(targz("fleet.tar.gz"));
        assertThat(run.out()).contains("\"servers\": 2", "fleet.tar.gz!/WEB02" + deep);
    }

    @Test
    void a_tar_of_the_oldest_form_may_have_a_file_by_two_names() throws IOException {
        Path old = folder.resolve("old.tar");
        try (OutputStream out = Files.newOutputStream(old)) {
            header(out, "a/web.config", bytes(WEB).length, '0', "");
            out.write(bytes(WEB));
            out.write(new byte[(512 - bytes(WEB).length % 512) % 512]);
            header(out, "b/web.config", 0, '1', "a/web.config");
            header(out, "c/web.config", 0, '1', "none/web.config");
            out.write(new byte[1024]);
        }
        Run run = scan(old);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains("old.tar!/a/web.config", "old.tar!/b/web.config", "old.tar!/c/web.config", "no regular file");
    }

    @Test
    void an_archive_in_a_fleet_is_a_server_of_it() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        zip("WEB01.zip");
        targz("WEB02.tgz");
        files.clear();
        files.put("readme.txt", "nothing");
        zip("other.zip");
        Run run = scan(folder);
        assertThat(run.out()).contains("\"servers\": 2", "\"server\": \"WEB01\"", "\"server\": \"WEB02\"");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void a_folder_of_packages_is_audited_and_one_of_other_archives_told() throws IOException {
        files.put("readme.txt", "nothing");
        zip("other.zip");
        Run nothing = scan(folder);
        assertThat(nothing.exit()).isEqualTo(3);
        assertThat(nothing.err()).contains("no applicationHost.config");
        files.put("archive.xml", "<sitemanifest/>");
        files.put("Content/web.config", WEB);
        zip("a.zip");
        zip("b.zip");
        assertThat(scan(folder).out())
                .contains("\"servers\": 2", "a.zip!/Content/web.config", "b.zip!/Content/web.config");
    }

    @Test
    void a_fleet_may_be_an_archive_of_archives() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        byte[] inner = Files.readAllBytes(zip("inner.zip"));
        Path outer = folder.resolve("outer.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
            out.putNextEntry(new ZipEntry("all/WEB07.zip"));
            out.write(inner);
        }
        assertThat(scan(outer).out()).contains("outer.zip!/all/WEB07.zip!/inetsrv/config/applicationHost.config");
    }

    @Test
    void parameters_are_written_into_a_package() throws IOException {
        files.put("archive.xml", "<sitemanifest/>");
        files.put("parameters.xml", PARAMETERS);
        files.put("Content/C_C/src/obj/Release/Package/PackageTmp/web.config", WEB);
        Path archive = zip("p.zip");
        Path set = Files.writeString(
                folder.resolve("set.xml"), "<parameters>\n<setParameter name=\"kernel\" value=\"true\"/></parameters>");
        assertThat(effective(archive)).contains("p.zip!/parameters.xml");
        assertThat(effective(archive, "--set-parameters", set.toString())).contains("set.xml");
        assertThat(effective(archive, "--parameter", "KERNEL=true").replaceAll("\\s+", ""))
                .contains("\"useKernelMode\":{\"value\":true");
    }

    @Test
    void what_a_parameter_a_transform_and_the_base_set_is_in_three_files() throws IOException {
        files.put("parameters.xml", PARAMETERS);
        files.put("Content/web.config", WEB.replace("useKernelMode", "authPersistNonNTLM='true' useKernelMode"));
        Path archive = zip("p.zip");
        Path transform = Files.writeString(
                folder.resolve("Web.Live.config"), transform("authPersistNonNTLM='false' useKernelMode='True'"));
        String[] options = {"--transform", transform.toString(), "--parameter", "Kernel=true"};
        assertThat(effective(archive, options).replaceAll("\\s+", ""))
                .contains(
                        "\"enabled\":{\"value\":true,\"origin\":{\"file\":\"p.zip!/Content/web.config\",\"line\":2,",
                        "\"useKernelMode\":{\"value\":true,\"origin\":{\"file\":\"p.zip!/parameters.xml\",\"line\":1,",
                        "\"authPersistNonNTLM\":{\"value\":false,\"origin\":{\"file\":\"Web.Live.config\",\"line\":2,");
        String sarif = Run.of(Stream.concat(
                                Stream.of("scan", archive.toString(), "--rule", "kernel-mode-preauth-401"),
                                Stream.concat(Stream.of(options), Stream.of("--format", "sarif")))
                        .toArray(String[]::new))
                .out()
                .replaceAll("\\s+", "");
        String result = sarif.substring(sarif.indexOf("\"results\""));
        assertThat(result.substring(0, result.indexOf("relatedLocations"))).contains("p.zip!/parameters.xml");
        assertThat(result.substring(result.indexOf("relatedLocations")))
                .contains("Web.Live.config", "p.zip!/Content/web.config");
    }

    private static String transform(String attributes) {
        return "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'><system.webServer><security>\n"
                + "<authentication><windowsAuthentication xdt:Transform='SetAttributes' " + attributes
                + "/></authentication></security></system.webServer></configuration>";
    }

    @Test
    void settings_give_parameters_to_each_environment() throws IOException {
        files.put("parameters.xml", PARAMETERS);
        files.put("Content/web.config", WEB);
        Path archive = zip("p.zip");
        Path settings = Files.writeString(folder.resolve(".iisaudit.yml"), """
                environments:
                  Live: {parameters: {kernel: "false"}}
                  Test: {parameters: {kernel: "true"}}
                """);
        assertThat(scan(archive).out().replaceAll("\\s+", ""))
                .contains("\"rule\":\"kernel-mode-preauth-401\"", "\"environments\":[\"Test\"]");
        assertThat(effective(archive, "--parameter", "Kernel=false").replaceAll("\\s+", ""))
                .doesNotContain("\"useKernelMode\":{\"value\":true,\"origin\":{\"file\"");
        Files.writeString(settings, Files.readString(settings).replace("kernel: \"true\"", "kernal: \"true\""));
        Run slip = scan(archive);
        assertThat(slip.exit()).isEqualTo(2);
        assertThat(slip.err()).contains(".iisaudit.yml:3:", "no package declares", "did you mean Kernel?");
    }

    @Test
    void a_parameter_that_nobody_declares_is_a_slip_or_named() throws IOException {
        files.put("parameters.xml", PARAMETERS);
        files.put("Content/web.config", WEB);
        Path archive = zip("p.zip");
        Run typed = Run.of("scan", archive.toString(), "--parameter", "Kernal=true");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean 'Kernel'?");
        Path set = Files.writeString(
                folder.resolve("set.xml"), "<parameters>\n<setParameter name=\"Nobody\" value=\"1\"/></parameters>");
        Run named = Run.of("scan", archive.toString(), "--set-parameters", set.toString());
        assertThat(named.exit()).isEqualTo(3);
        assertThat(named.out()).contains("set.xml", "2:");
    }

    @Test
    void an_xpath_that_is_none_is_named_and_the_rest_audited() throws IOException {
        files.put("parameters.xml", PARAMETERS.replace("//windows", "((//windows "));
        files.put("Content/web.config", WEB);
        Run run = scan(zip("p.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("parameters.xml", "no XPath", "kernel-mode-preauth-401");
    }

    @Test
    void a_parameter_without_a_value_is_told_where_it_is_for_something() throws IOException {
        files.put("parameters.xml", PARAMETERS.replace(" defaultValue=\"false\"", ""));
        files.put("Content/web.config", WEB);
        Run run = scan(zip("p.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("the parameter Kernel has no value", "kernel-mode-preauth-401");
        files.put(
                "parameters.xml",
                PARAMETERS.replace(" defaultValue=\"false\"", "").replace("@useK", "@noK"));
        assertThat(scan(zip("q.zip")).exit()).isEqualTo(1);
    }

    @Test
    void values_that_multiply_each_other_are_given_up() throws IOException {
        StringBuilder declared = new StringBuilder("<parameters>");
        for (int i = 0; i < 8; i++) {
            declared.append("<parameter name=\"p%d\" defaultValue=\"%s\"/>"
                    .formatted(i, "{p%d}".formatted(i + 1).repeat(99)));
        }
        files.put("parameters.xml", PARAMETERS.replace("<parameters>", declared).replace("\"false\"", "\"{p0}\""));
        files.put("Content/web.config", WEB);
        Run run = scan(zip("p.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("refer to each other more than 1000 times");
    }

    @Test
    void a_scope_that_takes_for_ever_is_given_up() throws IOException {
        files.put("parameters.xml", PARAMETERS.replace("\\\\web\\.config$", "(.*)".repeat(12) + "y$"));
        files.put("Content/" + "a".repeat(60) + "/web.config", WEB);
        assertThat(scan(zip("p.zip")).out()).contains("takes too long");
    }

    @Test
    void entries_that_lie_outside_are_named_and_the_rest_audited() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        files.put("../../evil/web.config", WEB);
        files.put("/etc/web.config", WEB);
        Run run = scan(zip("a.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains("a.zip!/../../evil/web.config", "a.zip!//etc/web.config", "kernel-mode-preauth-401");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void a_file_of_zeros_is_not_unpacked_to_its_end() throws IOException {
        Path bomb = folder.resolve("bomb.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            header(out, "inetsrv/config/applicationHost.config", bytes(HOST).length);
            out.write(bytes(HOST));
            out.write(new byte[(512 - bytes(HOST).length % 512) % 512]);
            header(out, "D/zeros.config", 100L << 20);
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        Run run = scan(bomb);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("expands to more than 250 times its size", "kernel-mode-preauth-401");
    }

    @Test
    void a_damaged_archive_is_named_and_what_came_before_is_audited() throws IOException {
        files.put("WEB01/inetsrv/config/applicationHost.config", HOST);
        files.put("WEB02/inetsrv/config/applicationHost.config", HOST);
        byte[] whole = Files.readAllBytes(targz("a.tar.gz"));
        Files.write(folder.resolve("a.tar.gz"), Arrays.copyOf(whole, whole.length - 60));
        Run run = scan(folder.resolve("a.tar.gz"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("a.tar.gz");
        Files.write(folder.resolve("b.zip"), Arrays.copyOf(Files.readAllBytes(zip("b.zip")), 80));
        Run zipped = scan(folder.resolve("b.zip"));
        assertThat(zipped.exit()).isEqualTo(3);
        assertThat(zipped.err() + zipped.out()).contains("b.zip");
    }

    @Test
    void a_zip_that_lost_its_end_is_audited_as_far_as_it_goes() throws IOException {
        files.put("WEB01/inetsrv/config/applicationHost.config", HOST);
        files.put("WEB02/inetsrv/config/applicationHost.config", HOST);
        byte[] whole = Files.readAllBytes(zip("a.zip"));
        Files.write(folder.resolve("a.zip"), Arrays.copyOf(whole, whole.length / 2));
        Run run = scan(folder.resolve("a.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("its directory cannot be read", "WEB01/inetsrv", "kernel-mode-preauth-401");
    }

    @Test
    void an_entry_with_a_wrong_checksum_is_named_and_the_rest_audited() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        files.put("D/web/web.config", WEB);
        byte[] whole = Files.readAllBytes(zip("a.zip"));
        int directory = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        whole[directory + 16] ^= 1;
        Files.write(folder.resolve("a.zip"), whole);
        Run run = scan(folder.resolve("a.zip"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("a.zip!/D/web/web.config", "checksum is wrong", "kernel-mode-preauth-401");
    }

    @Test
    void a_directory_that_would_fill_the_memory_is_not_read_and_the_rest_audited() throws IOException {
        files.put("web.config", WEB);
        byte[] whole = Files.readAllBytes(zip("a.zip"));
        int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("PK\5\6");
        byte[] many = new byte[56];
        System.arraycopy(new byte[] {'P', 'K', 6, 6}, 0, many, 0, 4);
        many[34] = (byte) 0x98; // 9,961,472 entries
        Path large = folder.resolve("large.zip");
        try (OutputStream out = Files.newOutputStream(large)) {
            out.write(whole, 0, end);
            out.write(many);
            out.write(whole, end, whole.length - end);
        }
        Run run = scan(large);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("large.zip", "more than 1000000 entries", "kernel-mode-preauth-401");
    }

    @Test
    void archives_within_each_other_end_somewhere() throws IOException {
        files.put("inetsrv/config/applicationHost.config", HOST);
        byte[] inner = Files.readAllBytes(zip("0.zip"));
        for (int i = 1; i < 5; i++) {
            Path outer = folder.resolve(i + ".zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
                out.putNextEntry(new ZipEntry("inner.zip"));
                out.write(inner);
            }
            inner = Files.readAllBytes(outer);
        }
        assertThat(scan(folder.resolve("2.zip")).exit()).isEqualTo(1);
        Run deep = scan(folder.resolve("4.zip"));
        assertThat(deep.exit()).isEqualTo(3);
        assertThat(deep.err()).contains("4.zip!/inner.zip!/inner.zip!/inner.zip: archives", "more than 3 deep");
    }

    @Test
    void a_name_in_the_encoding_of_old_zips_is_read() throws IOException {
        Path old = folder.resolve("old.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(old), Charset.forName("IBM437"))) {
            out.putNextEntry(new ZipEntry("B\u00fccher/web.config"));
            out.write(bytes(WEB));
        }
        assertThat(scan(old).out()).contains("old.zip!/B\u00fccher/web.config");
    }

    @Test
    void a_repository_in_a_zip_takes_transforms_and_a_host() throws IOException {
        files.put("src/App/web.config", WEB);
        files.put("src/App/Web.Release.config", transform("useKernelMode='false'"));
        assertThat(effective(zip("r.zip"), "--configuration", "Release")).contains("r.zip!/src/App/Web.Release.config");
    }

    private Run scan(Path path) {
        return Run.of("scan", path.toString(), "--format", "json");
    }

    private String effective(Path path, String... options) {
        return Run.of(Stream.concat(Stream.of("effective", path.toString(), "--format", "json"), Stream.of(options))
                        .toArray(String[]::new))
                .out();
    }

    private Path zip(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(bytes(entry.getValue()));
            }
        }
        return file;
    }

    private Path targz(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                byte[] content = bytes(entry.getValue());
                header(out, entry.getKey(), content.length);
                out.write(content);
                out.write(new byte[(512 - content.length % 512) % 512]);
            }
            out.write(new byte[1024]);
        }
        return file;
    }

    /** As GNU tar writes it: long names have a header of their own. */
    private static void header(OutputStream out, String name, long size) throws IOException {
        if (name.length() > 100) {
            header(out, "././@LongLink", name.length(), 'L');
            out.write(bytes(name));
            out.write(new byte[512 - name.length() % 512]);
        }
        header(out, name.substring(0, Math.min(100, name.length())), size, '0');
    }

    private static void header(OutputStream out, String name, long size, char type) throws IOException {
        header(out, name, size, type, "ustar  ");
    }

    /** @param mark what tells the form, or in the oldest form of a link what it leads to */
    private static void header(OutputStream out, String name, long size, char type, String mark) throws IOException {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", size));
        header[156] = (byte) type;
        put(header, mark.startsWith("ustar") ? 257 : 157, mark);
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        out.write(header);
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(bytes(text), 0, header, at, text.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
