package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.whatif.Standing.Chance;
import io.github.iisaudit.whatif.Standing.Windows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How applications stand before the two questions; the verdicts are those of what-if. */
class StandingsTest {

    private static List<Standing> of(Server server) {
        ServerConfiguration configuration = ServerConfiguration.read(server);
        Standings standings = new Standings(configuration, server.host());
        configuration.forEachScope(standings::visit);
        return standings.all();
    }

    private static Standing at(Server server, String path) {
        return of(server).stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatConfigSourceNamesHasTheLastWordOnWhatItSays() {
        Server server = new Server().unlocked().web("s/a", "configSource=\"wa.config\"");
        server.with("s/a/wa.config", "<windowsAuthentication enabled=\"true\" useKernelMode=\"true\"/>");
        assertThat(at(server, "S/a").off()).isEqualTo(Verdict.NO_CHANGE);

        server.with("s/a/wa.config", "<windowsAuthentication enabled=\"true\"/>");
        assertThat(at(server, "S/a").off()).isEqualTo(Verdict.PERFORMANCE_ONLY);
    }

    static Stream<Server> servers() {
        String user = "CONTOSO\\svc";
        List<UnaryOperator<Server>> pools = List.of(
                s -> s,
                s -> s.user("root", user),
                s -> s.user("root", user).user("a", user),
                s -> s.user("root", user).user("a", "CONTOSO\\other"),
                s -> s.user("root", ".\\svc").pool("a", "LocalService"),
                s -> s.user("root", ""),
                s -> s.poolOfA("nowhere"),
                s -> s.user("root", user)
                        .location("S/a", "useKernelMode=\"false\"")
                        .user("a", user),
                s -> s.user("root", user).user("o", user).otherSite("O", "o"));
        List<UnaryOperator<Server>> files = List.of(
                s -> s,
                s -> s.unlocked().web("s", "useKernelMode=\"true\""),
                s -> s.unlocked().web("s/a", "useKernelMode=\"true\""),
                s -> s.unlocked().web("s", "useKernelMode=\"false\""),
                s -> s.web("s/a", "enabled=\"true\""),
                s -> s.unlocked().web("s/a", "enabled=\"false\""),
                s -> s.windows("enabled=\"false\"").location("S/a", "enabled=\"true\""),
                s -> s.windows("enabled=\"true\" useAppPoolCredentials=\"true\""),
                s -> s.providers("NTLM"),
                s -> s.providers(),
                s -> s.providers("Negotiate:Kerberos", "NTLM"),
                s -> s.unlocked().notCollected(),
                s -> s.anonymous(),
                s -> s.withoutModule(),
                s -> s.withoutModule().windows("enabled=\"true\" useKernelMode=\"false\""),
                s -> s.on(Host.ASSUMED),
                s -> s.on(Host.DEVELOPMENT),
                s -> s.bindings(Server.binding("http", "*:80:")));
        return pools.stream().flatMap(pool -> files.stream().map(file -> file.apply(pool.apply(new Server()))));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatTurningKernelModeOffWouldDoIsTheVerdictOfWhatIf(Server server) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        new WhatIf(Asked.change(Optional.empty(), "useKernelMode=false"), Optional.empty(), Asked.rules(), 1)
                .ask(server)
                .applications()
                .forEach(it -> verdicts.put(it.path(), it.verdict()));
        for (Standing standing : of(server)) {
            Verdict verdict = verdicts.getOrDefault(standing.path(), Verdict.NO_CHANGE);
            assertThat(standing.off()).as(standing.toString()).isEqualTo(verdict);
        }
    }

    @Test
    void kernelModeIsWhatMakesThe401Possible() {
        assertThat(at(new Server(), "S/a").preauthentication()).isEqualTo(Chance.YES);
        assertThat(at(new Server().windows("enabled=\"true\" useKernelMode=\"false\""), "S/a")
                        .preauthentication())
                .isEqualTo(Chance.NO);
        assertThat(at(new Server().windows("enabled=\"false\""), "S/a").preauthentication())
                .isEqualTo(Chance.NO);
    }

    @Test
    void whereTheModuleIsMissingNeitherQuestionArises() {
        Standing standing = at(new Server().withoutModule(), "S/a");
        assertThat(standing.preauthentication()).isEqualTo(Chance.NO);
        assertThat(standing.off()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(standing.account()).isEmpty();
    }

    @Test
    void anonymousAccessMakesThe401Unlikely() {
        Standing standing = at(new Server().anonymous(), "S/a");
        assertThat(standing.preauthentication()).isEqualTo(Chance.UNLIKELY);
        assertThat(standing.methods()).containsExactly("anonymous", "windows");
    }

    @Test
    void aSectionThatCannotBeReadAnswersNeitherQuestion() {
        Standing standing = at(new Server().web("s/a", "enabled=\"true\""), "S/a");
        assertThat(standing.windows()).isEqualTo(Windows.FAILS);
        assertThat(standing.preauthentication()).isEqualTo(Chance.UNKNOWN);
        assertThat(standing.off()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFolderWithWindowsAuthenticationOfItsOwnStandsByItself() {
        Server server = new Server().windows("enabled=\"false\"").location("S/a/in", "enabled=\"true\"");
        assertThat(of(server)).extracting(Standing::path).containsExactly("S", "S/a", "S/a/in");
        assertThat(at(server, "S/a/in").isFolder()).isTrue();
        assertThat(at(server, "S/a/in").preauthentication()).isEqualTo(Chance.YES);
        assertThat(at(server, "S/a").preauthentication()).isEqualTo(Chance.NO);
    }

    @Test
    void aFolderThatIsAsItsApplicationIsNoneOfItsOwn() {
        assertThat(of(new Server().location("S/a/in", "useAppPoolCredentials=\"true\"")))
                .extracting(Standing::path)
                .containsExactly("S", "S/a");
    }

    @Test
    void theAccountIsTheOneThatOpensTicketsNow() {
        assertThat(at(new Server().user("a", "CONTOSO\\svc"), "S/a").account()).isEqualTo(Server.COMPUTER);
        assertThat(at(new Server().user("a", "CONTOSO\\svc").windows("enabled=\"true\" useKernelMode=\"false\""), "S/a")
                        .account())
                .isEqualTo("CONTOSO\\svc");
    }
}
