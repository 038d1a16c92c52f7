package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Main;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.dom4j.DocumentHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import picocli.CommandLine;

/** That the second round of tests is what it says: it runs on the jar of the distribution, libraries included. */
@EnabledIfSystemProperty(named = ShippedJarTest.SHIPPED, matches = ".+")
class ShippedJarTest {

    static final String SHIPPED = "iisaudit.shipped";

    @Test
    void commandsAreThoseOfTheDistribution() throws URISyntaxException {
        assertThat(home(Main.class)).isEqualTo(Path.of(System.getProperty(SHIPPED)));
    }

    @Test
    void soAreTheLibrariesInIt() throws URISyntaxException {
        assertThat(home(DocumentHelper.class)).isEqualTo(Path.of(System.getProperty(SHIPPED)));
        assertThat(home(CommandLine.class)).isEqualTo(Path.of(System.getProperty(SHIPPED)));
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
