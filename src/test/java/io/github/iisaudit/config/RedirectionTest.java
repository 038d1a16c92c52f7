package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** redirection.config sends IIS to another applicationHost.config. */
class RedirectionTest {

    private static Server with(String section) {
        return redirected(base(), section);
    }

    private static Server redirected(Server server, String section) {
        return server.file(
                "redirection.config",
                "<configuration><configSections><section name=\"configurationRedirection\"/></configSections>" + section
                        + "</configuration>");
    }

    @Test
    void withRedirectionOnNothingIsKnown() {
        Server server = with("<configurationRedirection enabled=\"true\" path=\"\\\\fs\\cfg\"/>");
        server.at("").isUnknown("\\\\fs\\cfg");
        server.at("S").isUnknown("\\\\fs\\cfg");
        server.anonymousAt("S").isUnknown("\\\\fs\\cfg");
        assertThat(server.configuration().coverage().notices())
                .anySatisfy(notice -> assertThat(notice.told()).contains("\\\\fs\\cfg"));
    }

    @Test
    void oneThatCannotBeReadLeavesAllUnknown() {
        ServerConfiguration configuration =
                ServerConfiguration.read(base().source().refusing("redirection.config"));
        Server.windowsAuthentication(configuration, "S").isUnknown("redirection.config cannot be read (is locked)");
    }

    @Test
    void foldersOfAFileThatIsNotInUseAreNotMissed() {
        Server server = redirected(
                base().withoutContent(), "<configurationRedirection enabled=\"true\" path=\"\\\\fs\\cfg\"/>");
        ServerConfiguration configuration = server.configuration();
        configuration.forEachScope(scope -> {});
        assertThat(configuration.coverage().notices())
                .singleElement()
                .asString()
                .contains("not in use");
    }

    private static final String ON_ELSEWHERE = base().host(
                    Server.location("S", Server.windows("enabled=\"true\" useKernelMode=\"false\"")))
            .applicationHost();

    @Test
    void theFileThatItLeadsToIsAuditedWhereItWasCollected() {
        for (String[] place : new String[][] {
            {"\\\\fs\\cfg", "UNC/fs/cfg/"}, {"D:\\shared\\", "D/shared/"}, {"%SystemDrive%\\iis", "%SystemDrive%/iis/"}
        }) {
            Server server = with("<configurationRedirection enabled=\"True\" path=\"" + place[0] + "\"/>")
                    .file(place[1] + Server.HOST, ON_ELSEWHERE);
            server.at("S").isOn();
            server.at("T").isOff();
            assertThat(server.configuration().coverage().notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.told())
                            .contains(place[0])
                            .contains(place[1] + Server.HOST + " was audited"));
            assertThat(server.configuration().writtenFiles())
                    .extracting(WrittenFile::path)
                    .containsExactly(place[1] + Server.HOST);
        }
    }

    @Test
    void theFileThatItLeadsToMayBeBroken() {
        with("<configurationRedirection enabled=\"true\" path=\"\\\\fs\\cfg\"/>")
                .file("UNC/fs/cfg/" + Server.HOST, "<configuration>")
                .at("")
                .fails(ErrorKind.MALFORMED_XML, "UNC/fs/cfg/applicationHost.config:1");
    }

    @Test
    void aFolderWithoutTheFileLeavesItUnknown() {
        with("<configurationRedirection enabled=\"true\" path=\"\\\\fs\\cfg\"/>")
                .file("UNC/fs/cfg/administration.config", "<configuration/>")
                .at("S")
                .isUnknown("that folder holds none");
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
