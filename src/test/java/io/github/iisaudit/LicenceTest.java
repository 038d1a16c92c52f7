package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that goes into the jar has its licence there, by the bill of materials of the build. */
class LicenceTest {

    private static final Path BILL = Path.of("target/iisaudit.cdx.json");
    private static final Path TEXTS = Path.of("src/main/resources/META-INF/licenses");
    private static final Pattern TEXT_IN_JAR = Pattern.compile("(?i)META-INF/[^/]*(LICEN[CS]E|NOTICE)[^/]*");

    /** Maven leaves the plugin out where it is offline; {@code .ci/run} asks for the bill. */
    @BeforeEach
    void thereIsABill() {
        assumeTrue(Files.exists(BILL), "Maven makes no bill of materials offline");
    }

    @Test
    void theBillNamesWhatIsShippedAndNothingElse() throws IOException {
        assertThat(components().map(component -> component.path("name").asString()))
                .containsExactlyInAnyOrder(
                        "dom4j", "jaxen", "picocli", "jackson-core", "snakeyaml-engine", "zip4j", "unboundid-ldapsdk");
    }

    @Test
    void theBillIsTheSameForEachBuild() throws IOException {
        JsonNode bill = JsonMapper.shared().readTree(BILL);
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
        assertThat(bill.path("metadata").path("component").path("type").asString())
                .isEqualTo("application");
    }

    @Test
    void everyComponentHasItsText() throws IOException {
        assertThat(components()).allSatisfy(component -> {
            Path text = TEXTS.resolve(component.path("name").asString() + ".txt");
            assertThat(text).exists();
            assertThat(Files.readString(text))
                    .contains("Copyright")
                    .containsPattern(
                            isApache(component)
                                    ? "Licensed under the Apache License, Version 2\\.0"
                                    : "TH(IS|E) SOFTWARE IS PROVIDED");
        });
    }

    /** A jar has one entry of a name: of two texts with one name the second would be lost. */
    @Test
    void noTextThatComponentsBringIsLost() throws IOException {
        List<String> kept = components()
                .flatMap(component -> textsIn(jarOf(component)).stream())
                .filter(text -> !text.equals("META-INF/LICENSE"))
                .toList();
        assertThat(kept).contains("META-INF/NOTICE").doesNotHaveDuplicates();
    }

    @Test
    void aLicenseFileOfComponentsIsTheOneOfTheProgram() throws IOException {
        String own = Files.readString(Path.of("LICENSE"));
        assertThat(components().map(LicenceTest::jarOf)).allSatisfy(jar -> {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry("META-INF/LICENSE");
                if (entry != null) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(text).isEqualToNormalizingWhitespace(own);
                }
            }
        });
    }

    private static boolean isApache(JsonNode component) {
        return component.path("licenses").toString().contains("\"Apache-2.0\"");
    }

    private static Stream<JsonNode> components() throws IOException {
        return JsonMapper.shared().readTree(BILL).path("components").valueStream();
    }

    private static Path jarOf(JsonNode component) {
        String name = component.path("name").asString() + "-"
                + component.path("version").asString() + ".jar";
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> textsIn(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> TEXT_IN_JAR.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
