package io.github.iisaudit.whatif;

import static io.github.iisaudit.whatif.Server.COMPUTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verdicts beside those of the matrix, and their reasons. */
class VerdictTest {

    private static final String USER = "CONTOSO\\svc";

    private static ApplicationAnswer a(ServerAnswer answer) {
        return Asked.at(answer, "S/a");
    }

    @Test
    void fixesWhereAllOthersUnderTheSameNamesHaveTheAccountAlready() {
        Server server = new Server()
                .user("root", USER)
                .user("a", "contoso\\SVC")
                .location("S", "useAppPoolCredentials=\"true\"")
                .location("S/a", "useAppPoolCredentials=\"false\"");
        ApplicationAnswer answer = a(server.ask("S/a", "useAppPoolCredentials=true"));
        assertThat(answer.verdict()).isEqualTo(Verdict.FIXES);
        assertThat(answer.reason()).contains("under the same names (S)").contains("should");
        assertThat(answer.todo()).first().asString().contains("setspn -Q").contains("HTTP/www.contoso.com is on");
    }

    @Test
    void whereTheModuleIsMissingNoChangeOfKernelModeChangesAnything() {
        ServerAnswer answer = new Server().user("a", USER).withoutModule().ask("S/a", "useKernelMode=false");
        assertThat(a(answer).verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(a(answer).reason()).contains("WindowsAuthenticationModule does not run here");
        assertThat(a(answer).losesPreauthentication401()).isFalse();
        assertThat(a(answer).before().account()).contains("");
    }

    @Test
    void thatTheOthersHaveTheComputerAccountProvesNothing() {
        Server server = new Server().user("a", USER).location("S/a", "useKernelMode=\"false\"");
        assertThat(a(server.ask("S/a", "useKernelMode=true")).verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
    }

    @Test
    void fixesByKernelModeOffToo() {
        Server server = new Server()
                .user("root", USER)
                .user("a", USER)
                .location("S", "useAppPoolCredentials=\"true\"")
                .location("S/a", "useAppPoolCredentials=\"false\"");
        assertThat(a(server.ask("S/a", "useKernelMode=false")).verdict()).isEqualTo(Verdict.FIXES);
    }

    @Test
    void theOtherApplicationMayBeOfAnotherSiteWithTheSameHostName() {
        Server server = new Server()
                .user("root", USER)
                .user("other", USER)
                .otherSite("T", "other")
                .location("S/a", "enabled=\"false\"")
                .location("T", "useAppPoolCredentials=\"true\"");
        assertThat(Asked.at(server.ask("S", "useKernelMode=false"), "S").verdict())
                .isEqualTo(Verdict.FIXES);
    }

    @Test
    void doesNotFixWhereTheOthersHaveDifferentAccounts() {
        Server server = new Server().user("a", USER);
        ApplicationAnswer answer = a(server.ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(answer.spns().rivals()).containsExactly("S");
        assertThat(answer.todo()).anyMatch(s -> s.startsWith("S answers to the same names"));
    }

    @Test
    void theEncryptionTypesOfAUserThatIsToOpenTicketsAreToBeChecked() {
        String check = "Get-ADUser svc -Properties msDS-SupportedEncryptionTypes,pwdLastSet";

        assertThat(a(new Server().user("a", USER).ask("S/a", "useKernelMode=false"))
                        .todo())
                .anyMatch(s -> s.contains("April 2026") && s.endsWith(check));
        assertThat(a(new Server().user("a", USER + "$").ask("S/a", "useKernelMode=false"))
                        .todo())
                .noneMatch(s -> s.contains("Get-ADUser"));
        assertThat(a(new Server().user("a", "CONTOSO\\a b").ask("S/a", "useKernelMode=false"))
                        .todo())
                .anyMatch(s -> s.contains("Get-ADUser USER -"));
    }

    @Test
    void theComputerAccountHasItsEncryptionTypes() {
        Server server = new Server().user("a", USER).location("S/a", "useKernelMode=\"false\"");

        assertThat(a(server.ask("S/a", "useKernelMode=true")).todo()).noneMatch(s -> s.contains("Get-ADUser"));
    }

    @Test
    void doesNotFixWhereTheOthersMoveInTheSameRun() {
        Server server = new Server().user("root", USER).user("a", USER);
        ServerAnswer answer = server.ask("S", "useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::verdict).containsOnly(Verdict.SPN_MOVE_NEEDED);
        assertThat(a(answer).spns().rivals()).isEmpty();
    }

    @Test
    void aNegotiatePackageWorksAgainWithoutKernelMode() {
        Server server = new Server().providers("Negotiate:Kerberos");
        assertThat(a(server.ask("S", "useKernelMode=false")).verdict()).isEqualTo(Verdict.FIXES);
    }

    @Test
    void aNegotiatePackageBreaksWithKernelMode() {
        Server server =
                new Server().providers("NTLM", "negotiate:pku2u").windows("enabled=\"true\" useKernelMode=\"false\"");
        ApplicationAnswer answer = a(server.ask("S", "useKernelMode=true"));
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason()).contains("Negotiate: package");
    }

    @Test
    void withoutProvidersNobodyCanSignIn() {
        Server server = new Server().providers().windows("enabled=\"false\"");
        assertThat(a(server.ask("S", "enabled=true")).verdict()).isEqualTo(Verdict.BREAKS);
        ApplicationAnswer asBefore = a(server.windows("enabled=\"true\"").ask("S", "useKernelMode=false"));
        assertThat(asBefore.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(asBefore.reason()).endsWith("nobody can sign in, as before");
    }

    @Test
    void offWithNothingElseLeftBreaks() {
        ApplicationAnswer answer = a(new Server().ask("S", "enabled=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason()).contains("401.2");
        assertThat(answer.losesPreauthentication401()).isTrue();
    }

    @Test
    void offWithAnonymousLeftIsUnknown() {
        assertThat(a(new Server().anonymous().ask("S", "enabled=false")).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void onNeedsSpnsForTheNamesOfTheSite() {
        Server server = new Server().windows("enabled=\"false\"");
        ApplicationAnswer answer = a(server.ask("S", "enabled=true"));
        assertThat(answer.verdict()).isEqualTo(Verdict.SPN_MOVE_NEEDED);
        assertThat(answer.reason()).contains("begins here").contains(COMPUTER);
        assertThat(answer.delegation()).isEmpty();
    }

    @Test
    void onWithTheServersOwnNamesIsUnknown() {
        Server server = new Server()
                .windows("enabled=\"false\"")
                .bindings(Server.binding("http", "*:80:web01"), Server.binding("https", "*:443:WEB01.contoso.com"));
        ApplicationAnswer answer = a(server.ask("S", "enabled=true"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.spns().covered()).containsExactly("HTTP/web01", "HTTP/web01.contoso.com");
        assertThat(answer.spns().needed()).isEmpty();
    }

    @Test
    void whereItIsOffKernelModeChangesNothing() {
        ApplicationAnswer answer = a(new Server().windows("enabled=\"false\"").ask("S", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(answer.reason()).isEqualTo("Windows authentication is off here");
    }

    @Test
    void aSectionThatIsLockedBeforeAndAfterIsUnknown() {
        Server server = new Server().web("s/a", "enabled=\"true\"");
        ApplicationAnswer answer = a(server.ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason())
                .contains("500.19", "C/s/a/web.config:2", "applicationHost.config:5")
                .doesNotContain("system.webServer");
        assertThat(answer.after().account()).isEmpty();
    }

    @Test
    void aSectionThatTheChangeMakesUnreadableBreaks() {
        Server server = new Server().declared("overrideModeDefault=\"Deny\" allowLocation=\"false\"");
        ApplicationAnswer answer = a(server.ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.BREAKS);
        assertThat(answer.reason())
                .startsWith("IIS answers HTTP 500.19 here then")
                .contains("allowLocation");
    }

    @Test
    void aFileThatWasNotCollectedMakesItUnknownWhereItCouldSayOtherwise() {
        ApplicationAnswer open = a(new Server().unlocked().notCollected().ask("S/a", "useKernelMode=false"));
        assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(open.reason()).contains("web.config was not collected");
        ApplicationAnswer locked = a(new Server().notCollected().ask("S/a", "useKernelMode=false"));
        assertThat(locked.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
    }

    @Test
    void aPoolThatIsNotDefinedIsUnknown() {
        ApplicationAnswer answer = a(new Server().poolOfA("gone").ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).isEqualTo("the application pool gone is not defined");
    }

    @Test
    void noPoolNameIsUnknown() {
        ApplicationAnswer answer = a(new Server().poolOfA("").ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).startsWith("no application pool is named");
    }

    @Test
    void aUserWithoutANameIsUnknown() {
        ApplicationAnswer answer = a(new Server().user("a", "").ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("none is named");
    }

    @Test
    void anAssumedServerDoesNotTellTheAccount() {
        ApplicationAnswer answer = a(new Server().on(Host.ASSUMED).ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("--host");
        assertThat(answer.before().account()).isEmpty();
        assertThat(answer.spns().account()).isEmpty();
    }

    @Test
    void iisExpressDoesNotTellTheAccount() {
        ApplicationAnswer answer = a(new Server().on(Host.DEVELOPMENT).ask("S/a", "useKernelMode=false"));
        assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(answer.reason()).contains("IIS Express");
    }

    @Test
    void aLocationPathThatNobodyKnowsTheMeaningOfIsUnknown() {
        Server server = new Server().location("S/a/", "useKernelMode=\"true\"");
        assertThat(a(server.ask("S/a", "useKernelMode=false")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aNewFindingOfSeverityErrorBreaks() {
        Judgement judgement = judged(new RuleChanges(Map.of("ours", Severity.ERROR, "other", Severity.NOTE), Map.of()));
        assertThat(judgement).isEqualTo(new Judgement(Verdict.BREAKS, "new: ours"));
    }

    @Test
    void aFindingOfSeverityErrorThatGoesIsAFix() {
        Judgement judgement = judged(new RuleChanges(Map.of(), Map.of("ours", Severity.ERROR)));
        assertThat(judgement).isEqualTo(new Judgement(Verdict.FIXES, "no more: ours"));
    }

    @Test
    void whatBringsANewWarningCostsMoreThanSpeed() {
        Judgement judgement = judged(new RuleChanges(Map.of("ours", Severity.WARNING), Map.of()));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.reason()).contains("a warning that is new (ours)");
    }

    @Test
    void warningsThatGoAndNewNotesDecideNothing() {
        RuleChanges rules = new RuleChanges(Map.of("other", Severity.NOTE), Map.of("ours", Severity.WARNING));
        assertThat(judged(rules).verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
    }

    /** Kernel mode off under a built-in identity, with these findings. */
    private static Judgement judged(RuleChanges rules) {
        Survey before = Survey.of(ServerConfiguration.read(new Server()), new Knowledge(new Verdicts(List.of()), null));
        Server off = new Server().windows("enabled=\"true\" useKernelMode=\"false\"");
        Survey after = Survey.of(ServerConfiguration.read(off), new Knowledge(new Verdicts(List.of()), null));
        Situation was = before.at("S").orElseThrow();
        Situation is = after.at("S").orElseThrow();
        Accounts accounts = new Accounts(new Computer("WEB01$"), Host.REAL);
        Judge.Evidence evidence = new Judge.Evidence(Neighbours.of(was, before, after), rules, accounts);
        return new Judge(Asked.change(Optional.empty(), "useKernelMode=false"), was, is, evidence).judge();
    }
}
