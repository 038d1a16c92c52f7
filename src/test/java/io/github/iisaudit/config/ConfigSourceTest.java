package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.tag;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.OtherSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections whose body stands in another file. */
class ConfigSourceTest {

    private static final String NAMED = windows("configSource=\"wa.config\"");

    @Test
    void theFileHoldsTheSectionAsItsRoot() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S")
                .isOn()
                .hasProviders("Negotiate", "NTLM")
                .from("enabled", "C/s/wa.config:1 enabled=\"true\"");
    }

    @Test
    void theFileMayBeAWholeConfiguration() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<configuration>" + windows("enabled=\"true\"") + "</configuration>")
                .at("S")
                .isOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf/wa.config", "conf\\wa.config"})
    void theFileMayLieBelowTheFolder(String path) {
        unlocked()
                .web("C/s", windows("configSource=\"" + path + "\""))
                .file("C/s/conf/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S")
                .isOn();
    }

    @Test
    void theFileIsRelativeToTheOneThatNamesIt() {
        unlocked()
                .web("C/s/a", NAMED)
                .file("C/s/wa.config", "<windowsAuthentication useKernelMode=\"false\"/>")
                .file("C/s/a/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S/a")
                .isOn()
                .inKernelMode();
    }

    @Test
    void aTagMayNameAFileToo() {
        Server server = unlocked()
                .web("C/s", location("a", NAMED))
                .file("C/s/wa.config", "<windowsAuthentication enabled=\"true\"/>");
        server.at("S").isOff();
        server.at("S/a").isOn();
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        Server server = unlocked().web("C/s", NAMED);
        server.at("S").fails(ErrorKind.BAD_CONFIG_SOURCE, "C/s/web.config:2");
        server.anonymousAt("S").isOn();
    }

    @Test
    void aFileThatCannotBeParsedIsAnError() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<windowsAuthentication")
                .at("S")
                .fails(ErrorKind.BAD_CONFIG_SOURCE, "C/s/web.config:2");
    }

    @Test
    void aFileOfAnotherSectionIsAnError() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<basicAuthentication enabled=\"true\"/>")
                .at("S")
                .fails(ErrorKind.BAD_CONFIG_SOURCE, "C/s/web.config:2");
    }

    @Test
    void aConfigurationWithoutTheSectionIsAnError() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<configuration/>")
                .at("S")
                .fails(ErrorKind.BAD_CONFIG_SOURCE, "C/s/web.config:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..\\wa.config",
                "../wa.config",
                "x/../../wa.config",
                "C:\\wa.config",
                "\\wa.config",
                "/wa.config",
                ".."
            })
    void aFileOutsideTheFolderIsAnError(String path) {
        unlocked()
                .web("C/s", windows("configSource=\"" + path + "\""))
                .file("C/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S")
                .fails(ErrorKind.BAD_CONFIG_SOURCE, "C/s/web.config:2");
    }

    @Test
    void anotherAttributeBesideItIsUnknown() {
        unlocked()
                .web("C/s", windows("configSource=\"wa.config\" enabled=\"false\""))
                .file("C/s/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S")
                .isUnknown("configSource");
    }

    @Test
    void theFileOfTheServerKnowsNoSuchAttribute() {
        Server server = base().host(location("S", NAMED));
        server.at("S").fails(ErrorKind.UNRECOGNIZED_ATTRIBUTE, server.line("configSource"));
        server.at("T").isOff();
    }

    @Test
    void aLockedSectionFailsBeforeItsFileIsLookedAt() {
        base().web("C/s", NAMED).at("S").fails(ErrorKind.SECTION_LOCKED, "C/s/web.config:2");
    }

    @Test
    void aMistakeInTheFileIsFoundThere() {
        unlocked()
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<windowsAuthentication\n  enabled=\"maybe\"/>")
                .at("S")
                .fails(ErrorKind.INVALID_ATTRIBUTE_VALUE, "C/s/wa.config:1");
    }

    @Test
    void aLockOfTheServerBindsTheFileToo() {
        unlocked()
                .host(tag("path=\"S\"", windows("lockAttributes=\"enabled\"")))
                .web("C/s", NAMED)
                .file("C/s/wa.config", "<windowsAuthentication enabled=\"true\"/>")
                .at("S")
                .fails(ErrorKind.LOCK_VIOLATION, "C/s/wa.config:1");
    }

    @Test
    void aFileThatManyTagsNameIsReadOnce() {
        AtomicInteger asked = new AtomicInteger();
        ConfigSource counting =
                new OtherSource(unlocked()
                        .web("C/s", location("a", NAMED) + location("b", NAMED) + location("c", NAMED))
                        .file("C/s/wa.config", "<windowsAuthentication")
                        .source()) {
                    @Override
                    public Lookup file(String folder, String name) {
                        asked.addAndGet(name.equals("wa.config") ? 1 : 0);
                        return super.file(folder, name);
                    }
                };
        ServerConfiguration.read(counting).forEachScope(scope -> {});
        assertThat(asked.get()).isOne();
    }
}
