package io.github.iisaudit.whatif;

import static io.github.iisaudit.whatif.Server.COMPUTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools that get another identity. */
class PoolIdentityTest {

    private static final String USER = "CONTOSO\\svc";

    private static ApplicationAnswer a(ServerAnswer answer) {
        return Asked.at(answer, "S/a");
    }

    @Test
    void kernelModeDoesNotCareWhatThePoolRunsAs() {
        ApplicationAnswer answer = a(new Server().askIdentity("S/a", "SpecificUser:" + USER));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.before().account()).contains(COMPUTER);
        assertThat(answer.after().account()).contains(COMPUTER);
        assertThat(answer.after().identity()).isEqualTo(USER);
        assertThat(answer.todo()).anyMatch(s -> s.contains("off " + USER)).anyMatch(s -> s.contains("was granted"));
        assertThat(answer.restart()).isEqualTo(Restart.POOL);
    }

    @Test
    void withoutKernelModeTheNewUserOpensTickets() {
        Server server = new Server().windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = a(server.askIdentity("S/a", "SpecificUser:" + USER));
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(answer.after().account()).contains(USER);
    }

    @Test
    void withoutKernelModeABuiltInIdentityInsteadOfAUserMovesTheSpnsBack() {
        Server server = new Server().user("a", USER).windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = a(server.askIdentity("S/a", "NetworkService"));
        assertThat(answer.before().account()).contains(USER);
        assertThat(answer.after().account()).contains(COMPUTER);
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
    }

    @Test
    void oneBuiltInIdentityIsAsGoodAsAnother() {
        Server server = new Server().windows("enabled=\"true\" useKernelMode=\"false\"");
        assertThat(a(server.askIdentity("S/a", "NetworkService")).verdict()).isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void localServiceWithoutKernelModeBreaks() {
        Server server = new Server().windows("enabled=\"true\" useKernelMode=\"false\"");
        assertThat(a(server.askIdentity("S/a", "LocalService")).verdict()).isEqualTo(Verdict.BREAKS);
    }

    @Test
    void localServiceInKernelModeIsUnknown() {
        ApplicationAnswer answer = a(new Server().askIdentity("S/a", "LocalService"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("delegation is impossible");
    }

    @Test
    void theIdentityAndTheModeCanChangeTogether() {
        ApplicationAnswer answer =
                a(new Server().askIdentity("S/a", "SpecificUser:" + USER, "useAppPoolCredentials=true"));
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(answer.restart()).isEqualTo(Restart.W3SVC);
    }

    @Test
    void whatElseThePoolServesIsJudgedToo() {
        Server server = new Server().poolOfA("root").windows("enabled=\"true\" useKernelMode=\"false\"");
        ServerAnswer answer = server.askIdentity("S/a", "SpecificUser:" + USER);
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S", "S/a");
        assertThat(Asked.at(answer, "S").isBeside()).isTrue();
        assertThat(a(answer).isBeside()).isFalse();
        assertThat(answer.steps()).extracting(Step::pool).containsExactly("root");
    }

    @Test
    void theSameIdentityAgainChangesNothing() {
        ApplicationAnswer answer = a(new Server().askIdentity("S/a", "ApplicationPoolIdentity"));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).isEqualTo("the pool runs as ApplicationPoolIdentity already");
        assertThat(answer.restart()).isEqualTo(Restart.NONE);
    }

    @Test
    void aPoolThatIsNotDefinedCannotGetOne() {
        ApplicationAnswer answer = a(new Server().poolOfA("gone").askIdentity("S/a", "NetworkService"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void commandsNameThePool() {
        ServerAnswer answer = new Server().askIdentity("S/a", "specificuser:CONTOSO\\svc");
        assertThat(answer.steps().get(0).commands(Command.Shell.APPCMD))
                .extracting(Command::toString)
                .containsExactly("appcmd set apppool \"a\" /processModel.identityType:SpecificUser"
                        + " /processModel.userName:\"CONTOSO\\svc\" /processModel.password:\"PASSWORD\"");
        assertThat(answer.steps().get(0).commands(Command.Shell.POWERSHELL))
                .extracting(Command::toString)
                .containsExactly(
                        "Set-ItemProperty 'IIS:\\AppPools\\a' -Name processModel.identityType -Value 'SpecificUser'",
                        "Set-ItemProperty 'IIS:\\AppPools\\a' -Name processModel.userName -Value 'CONTOSO\\svc'",
                        "Set-ItemProperty 'IIS:\\AppPools\\a' -Name processModel.password -Value 'PASSWORD'");
        assertThat(answer.restarts())
                .extracting(Command::toString)
                .containsExactly("appcmd recycle apppool \"a\"", "Restart-WebAppPool -Name 'a'");
    }

    @Test
    void aManagedAccountHasNoPasswordToType() {
        ServerAnswer answer = new Server().askIdentity("S/a", "SpecificUser:CONTOSO\\gmsa$");
        assertThat(answer.steps().get(0).commands()).noneMatch(c -> c.toString().contains("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob", "SpecificUser", "SpecificUser:", ""})
    void anythingElseIsAnsweredWithWhatIsPossible(String text) {
        assertThatThrownBy(() -> PoolIdentity.parse(text))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessageContaining("NetworkService")
                .hasMessageContaining("SpecificUser:DOMAIN\\user");
    }

    @Test
    void itReadsWhatItWrites() throws InvalidChangeException {
        assertThat(PoolIdentity.parse("localSYSTEM")).hasToString("LocalSystem");
        assertThat(PoolIdentity.parse("SpecificUser:a\\b:c")).isEqualTo(new PoolIdentity("SpecificUser", "a\\b:c"));
    }
}
