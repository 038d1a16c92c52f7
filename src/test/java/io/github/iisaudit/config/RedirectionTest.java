package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** redirection.config sends IIS to another applicationHost.config. */
class RedirectionTest {

    private static Server with(String section) {
        return base().file(
                        "redirection.config",
                        "<configuration><configSections><section name=\"configurationRedirection\"/></configSections>"
                                + section + "</configuration>");
    }

    @Test
    void withRedirectionOnNothingIsKnown() {
        Server server = with("<configurationRedirection enabled=\"true\" path=\"\\\\fs\\cfg\"/>");
        server.at("").isUnknown("\\\\fs\\cfg");
        server.at("S").isUnknown("\\\\fs\\cfg");
        server.anonymousAt("S").isUnknown("\\\\fs\\cfg");
        assertThat(server.configuration().coverage().notices())
                .anySatisfy(notice -> assertThat(notice).contains("\\\\fs\\cfg"));
    }

    @Test
    void withRedirectionOffOrNotMentionedTheFileIsInUse() {
        with("<configurationRedirection enabled=\"false\" path=\"\\\\fs\\cfg\"/>")
                .at("S")
                .isOff();
        with("<configurationRedirection/>").at("S").isOff();
        with("").at("S").isOff();
    }

    @Test
    void aRedirectionThatCannotBeParsedLeavesItUnknown() {
        base().file("redirection.config", "<configuration>").at("S").isUnknown("redirection.config");
    }

    @Test
    void aRedirectionThatIsNeitherOnNorOffLeavesItUnknown() {
        with("<configurationRedirection enabled=\"1\" path=\"\\\\fs\\cfg\"/>")
                .at("S")
                .isUnknown("redirection.config");
    }
}
