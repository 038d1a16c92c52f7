package io.github.iisaudit.whatif;

import static io.github.iisaudit.whatif.Server.COMPUTER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is asked of anonymous access, extended protection, providers and how long a logon holds. */
class SignInTest {

    private static final String HTTPS = Server.binding("https", "*:443:www.contoso.com");
    private static final String HTTP = Server.binding("http", "*:80:www.contoso.com");

    private static ApplicationAnswer a(Server server, String... settings) {
        return Asked.at(server.ask("S/a", settings), "S/a");
    }

    private static Server protectedBy(String attributes) {
        return new Server()
                .text("<location path=\"S/a\"><system.webServer><security><authentication>"
                        + "<windowsAuthentication><extendedProtection " + attributes
                        + "/></windowsAuthentication></authentication></security></system.webServer></location>");
    }

    @Test
    void requiredProtectionKeepsEverybodyOutWhereThereIsNoTls() {
        ApplicationAnswer answer = a(new Server(), "tokenChecking=Require");

        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason()).contains("no https binding").contains("0x80090346");
        assertThat(answer.restart()).isEqualTo(Restart.W3SVC);
    }

    @Test
    void aFlagForProxiesHasNamesComparedInsteadOfTheChannel() {
        ApplicationAnswer answer = a(new Server(), "tokenChecking=Require", "flags=Proxy,ProxyCohosting");

        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("list of SPNs");
    }

    @Test
    void requiredProtectionRefusesClientsBehindAProxyThatEndsTls() {
        ApplicationAnswer overTls = a(new Server().bindings(HTTPS), "tokenChecking=Require");
        assertThat(overTls.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(overTls.reason())
                .contains("know no extended protection are refused")
                .contains("TLS ends before IIS")
                .doesNotContain("over http");

        ApplicationAnswer both = a(new Server().bindings(HTTP, HTTPS), "tokenChecking=Require");
        assertThat(both.reason()).contains("those over http");
    }

    @Test
    void allowedProtectionRefusesAWrongChannelToo() {
        ApplicationAnswer answer = a(new Server().bindings(HTTPS), "tokenChecking=Allow");

        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("are let in").contains("TLS ends before IIS");
    }

    @Test
    void flagsThatTurnBothChecksOffRefuseOnlyWhoKnowsNoProtection() {
        String flags = "flags=Proxy,NoServiceNameCheck";
        ApplicationAnswer required = a(new Server().bindings(HTTPS), "tokenChecking=Require", flags);
        assertThat(required.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(required.reason())
                .startsWith(
                        "Proxy has the channel ignored and NoServiceNameCheck the name, so nothing is checked; clients"
                                + " that know no extended protection are refused");

        ApplicationAnswer allowed = a(new Server().bindings(HTTPS), "tokenChecking=Allow", flags);
        assertThat(allowed.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(a(protectedBy("tokenChecking=\"Allow\""), flags).reason()).contains("can sign in");
    }

    @Test
    void whatNoClientCouldFulfilIsMended() {
        Server server = protectedBy("tokenChecking=\"Require\"");

        assertThat(a(server, "tokenChecking=None").verdict()).isEqualTo(Verdict.FIXES);
        assertThat(a(server, "flags=Proxy,ProxyCohosting").verdict()).isEqualTo(Verdict.FIXES);
        assertThat(a(server, "tokenChecking=Require").verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(a(server, "tokenChecking=Require").reason()).isEqualTo("tokenChecking is Require already");
    }

    @Test
    void flagsAloneDoNothingWhereNothingIsChecked() {
        ApplicationAnswer answer = a(new Server(), "flags=Proxy");

        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).contains("only where tokenChecking");
    }

    @Test
    void withoutNegotiateNobodyUsesKerberos() {
        ApplicationAnswer answer = a(new Server(), "providers=NTLM");

        assertThat(answer.before().account()).contains(COMPUTER);
        assertThat(answer.after().account()).contains("");
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("Kerberos is no longer offered").contains("delegated");
    }

    @Test
    void withoutNegotiateKerberosThatCannotWorkIsOutOfTheWay() {
        Server server = new Server().pool("a", "LocalService").location("S/a", "useKernelMode=\"false\"");

        assertThat(a(server, "providers=NTLM").verdict()).isEqualTo(Verdict.FIXES);
    }

    @Test
    void negotiateThatIsAddedWantsSpns() {
        ApplicationAnswer answer = a(new Server().providers("NTLM"), "providers=Negotiate,NTLM");

        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(answer.reason()).contains("Kerberos begins").contains(COMPUTER);
        assertThat(answer.todo()).anyMatch(sentence -> sentence.contains("HTTP/www.contoso.com"));
    }

    @Test
    void negotiateThatIsAddedFailsWhereNobodyCanDecryptTickets() {
        Server server =
                new Server().providers("NTLM").pool("a", "LocalService").location("S/a", "useKernelMode=\"false\"");

        assertThat(a(server, "providers=Negotiate,NTLM").verdict()).isEqualTo(Verdict.BREAKS);
    }

    @Test
    void kerberosAloneDoesNotGoWithKernelMode() {
        assertThat(a(new Server(), "providers=Negotiate:Kerberos").verdict()).isEqualTo(Verdict.BREAKS);

        ApplicationAnswer both = a(new Server(), "providers=Negotiate:Kerberos", "useKernelMode=false");
        assertThat(both.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(both.reason()).contains("nothing to fall back on");
    }

    @Test
    void theOrderDecidesWhatSomeClientsTake() {
        ApplicationAnswer answer = a(new Server(), "providers=NTLM,Negotiate");
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("NTLM is offered first");

        Server ntlmFirst = new Server().providers("NTLM", "Negotiate");
        assertThat(a(ntlmFirst, "providers=Negotiate,NTLM").verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(a(ntlmFirst, "providers=NTLM,Negotiate").verdict()).isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void negotiateFallsBackOnNtlmByItself() {
        ApplicationAnswer answer = a(new Server(), "providers=Negotiate");

        assertThat(answer.reason()).contains("itself falls back on NTLM");
        assertThat(answer.after().account()).contains(COMPUTER);
    }

    @Test
    void withoutAnonymousAccessEveryFirstRequestIsChallenged() {
        ApplicationAnswer answer = a(new Server().anonymous(), "anonymousAuthentication=false");

        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("401.2").contains("401.1 of KB 2749007");
        assertThat(answer.restart()).isEqualTo(Restart.NONE);
    }

    @Test
    void withoutAnonymousAccessNothingMayBeLeft() {
        Server server = new Server().anonymous().windows("enabled=\"false\"");

        assertThat(a(server, "anonymousAuthentication=false").verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(a(new Server().anonymous(), "anonymousAuthentication=false", "enabled=false")
                        .verdict())
                .isEqualTo(Verdict.BREAKS);
    }

    @Test
    void withAnonymousAccessNobodyHasToSignIn() {
        ApplicationAnswer answer = a(new Server(), "anonymous=true");

        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("without a user name");
        assertThat(a(new Server(), "anonymous=false").verdict()).isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void aLogonThatHoldsForItsConnectionIsFaster() {
        ApplicationAnswer answer = a(new Server(), "authPersistNonNTLM=true");
        assertThat(answer.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        assertThat(answer.reason()).contains("faster").contains("proxy");

        assertThat(a(new Server(), "authPersistSingleRequest=true").verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        assertThat(a(new Server().providers("NTLM"), "authPersistNonNTLM=true").verdict())
                .isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void severalChangesAreJudgedTogetherByTheRiskiest() {
        Server server = new Server().user("a", "CONTOSO\\svc");

        ApplicationAnswer answer = a(server, "useKernelMode=false", "authPersistNonNTLM=true", "tokenChecking=Require");
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason())
                .contains("no https binding")
                .contains("CONTOSO\\svc")
                .contains("holds for its");
        assertThat(answer.todo()).anyMatch(sentence -> sentence.contains("setspn"));
    }

    @Test
    void nothingOfItCountsWhereWindowsAuthenticationIsOff() {
        Server server = new Server().windows("enabled=\"false\"");

        assertThat(a(server, "tokenChecking=Require", "authPersistNonNTLM=true", "providers=NTLM")
                        .verdict())
                .isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void aWebConfigThatSaysOtherwiseKeepsItsValue() {
        Server server = new Server().unlocked().web("s/a", "authPersistNonNTLM=\"false\"");

        ApplicationAnswer answer = Asked.at(server.ask("S", "authPersistNonNTLM=true"), "S/a");
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.otherValues())
                .containsExactly(new OtherValue("S/a", Settable.NON_NTLM, "false", new Place("C/s/a/web.config", 2)));
    }

    @Test
    void aFileThatWasNotCollectedCouldSayOtherwise() {
        Server server = new Server().unlocked().notCollected();

        assertThat(a(server, "tokenChecking=Require").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(a(server, "tokenChecking=Require").reason()).contains("was not collected");
    }

    @Test
    void onAnAssumedServerBindingsProveNothing() {
        Server server = new Server().on(io.github.iisaudit.source.ConfigSource.Host.ASSUMED);

        assertThat(a(server, "tokenChecking=Require").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theRulesSeeTheProvidersAsTheyWouldBe() {
        ApplicationAnswer answer =
                Asked.at(new Server().askWithRules("S/a", "providers=NTLM", "tokenChecking=Allow"), "S/a");

        assertThat(answer.gained()).contains("ntlm-only");
    }
}
