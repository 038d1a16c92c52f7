package io.github.iisaudit.whatif;

import static io.github.iisaudit.whatif.Server.COMPUTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who opens Kerberos tickets before and after, for every combination of kernel mode, pool credentials and pool
 * identity.
 */
class DecisionMatrixTest {

    private static final String USER = "CONTOSO\\svc";

    private static ApplicationAnswer change(Server server, String... settings) {
        return Asked.at(server.ask("S", settings), "S");
    }

    private static void moves(ApplicationAnswer answer, String from, String to) {
        assertThat(answer.before().account()).isEqualTo(Optional.of(from));
        assertThat(answer.after().account()).isEqualTo(Optional.of(to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplicationPoolIdentity", "NetworkService", "LocalSystem"})
    void kernelModeOffUnderABuiltInIdentityCostsPerformanceOnly(String identity) {
        ApplicationAnswer answer = change(new Server().pool("root", identity), "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        moves(answer, COMPUTER, COMPUTER);
        assertThat(answer.delegation()).isEmpty();
        assertThat(answer.reason()).contains("slower");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplicationPoolIdentity", "NetworkService", "LocalSystem"})
    void poolCredentialsUnderABuiltInIdentityAreHarmless(String identity) {
        ApplicationAnswer answer = change(new Server().pool("root", identity), "useAppPoolCredentials=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).contains("the computer account on the network");
        moves(answer, COMPUTER, COMPUTER);
    }

    @Test
    void kernelModeOffUnderAUserMovesTheSpnToTheUser() {
        ApplicationAnswer answer = change(new Server().user("root", USER), "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        moves(answer, COMPUTER, USER);
        assertThat(answer.spns().needed()).containsExactly("HTTP/www.contoso.com");
        assertThat(answer.spns().account()).isEqualTo(USER);
        assertThat(answer.delegation()).contains(new Delegation(COMPUTER, USER, false));
    }

    @Test
    void poolCredentialsUnderAUserMoveTheSpnToTheUser() {
        ApplicationAnswer answer = change(new Server().user("root", USER), "useAppPoolCredentials=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        moves(answer, COMPUTER, USER);
    }

    @Test
    void kernelModeOnUnderAUserMovesTheSpnToTheComputer() {
        Server server = new Server().user("root", USER).windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = change(server, "useKernelMode=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        moves(answer, USER, COMPUTER);
        assertThat(answer.gainsPreauthentication401()).isTrue();
    }

    @Test
    void kernelModeOnWithPoolCredentialsKeepsTheUser() {
        Server server = new Server().user("root", USER).windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = change(server, "useKernelMode=true", "useAppPoolCredentials=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        moves(answer, USER, USER);
        assertThat(answer.reason()).contains("faster").contains("KB 2749007");
    }

    @Test
    void kernelModeOffWherePoolCredentialsWereUsedCostsPerformanceOnly() {
        Server server = new Server().user("root", USER).windows("enabled=\"true\" useAppPoolCredentials=\"true\"");
        ApplicationAnswer answer = change(server, "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        moves(answer, USER, USER);
    }

    @Test
    void poolCredentialsOffUnderAUserMoveTheSpnToTheComputer() {
        Server server = new Server().user("root", USER).windows("enabled=\"true\" useAppPoolCredentials=\"true\"");
        ApplicationAnswer answer = change(server, "useAppPoolCredentials=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        moves(answer, USER, COMPUTER);
    }

    @Test
    void poolCredentialsWithoutKernelModeAreADeadSetting() {
        Server server = new Server().user("root", USER).windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = change(server, "useAppPoolCredentials=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).contains("counts in kernel mode only");
        moves(answer, USER, USER);
    }

    @Test
    void kernelModeOffUnderLocalServiceLeavesNobodyToOpenTickets() {
        ApplicationAnswer answer = change(new Server().pool("root", "LocalService"), "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        moves(answer, COMPUTER, "");
        assertThat(answer.reason()).contains("LocalService");
    }

    @Test
    void kernelModeOnUnderLocalServiceLetsTheComputerOpenThem() {
        Server server = new Server().pool("root", "LocalService").windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = change(server, "useKernelMode=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.FIXES);
        moves(answer, "", COMPUTER);
    }

    @ParameterizedTest
    @CsvSource({".\\svc", "WEB01\\svc", "web01\\svc", "svc"})
    void kernelModeOffUnderALocalUserBreaksKerberos(String user) {
        ApplicationAnswer answer = change(new Server().user("root", user), "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason()).contains("local account");
    }

    @ParameterizedTest
    @CsvSource({"svc@contoso.com", "CONTOSO\\web01$"})
    void otherSpellingsOfDomainAccountsAreNoLocalUsers(String user) {
        ApplicationAnswer answer = change(new Server().user("root", user), "useKernelMode=false");
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
    }

    @Test
    void kernelModeOnUnderALocalUserLetsTheComputerOpenThem() {
        Server server = new Server().user("root", ".\\svc").windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = change(server, "useKernelMode=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.FIXES);
        moves(answer, ".\\svc", COMPUTER);
    }

    @Test
    void withNtlmOnlyNoAccountMatters() {
        Server server = new Server().user("root", USER).providers("NTLM");
        ApplicationAnswer off = change(server, "useKernelMode=false");
        assertThat(off.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        moves(off, "", "");
        assertThat(off.spns().needed()).isEmpty();
        assertThat(change(server, "useAppPoolCredentials=true").verdict()).isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void theDefaultIsKernelModeSoThatSettingItAgainChangesNothing() {
        ApplicationAnswer answer = change(new Server().user("root", USER), "useKernelMode=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).isEqualTo("useKernelMode is true already");
        assertThat(answer.restart()).isEqualTo(Restart.NONE);
    }
}
