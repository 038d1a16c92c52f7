package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a change is made, where it counts, and what keeps it from counting. */
class PlaceTest {

    private static final String USER = "CONTOSO\\svc";

    @Test
    void aChangeAtASiteReachesItsApplications() {
        ServerAnswer answer = new Server().ask("S", "useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S", "S/a");
        assertThat(answer.losing401()).isEqualTo(2);
        assertThat(answer.gaining401()).isZero();
        assertThat(answer.steps()).hasSize(1);
    }

    @Test
    void aChangeAtAnApplicationLeavesTheOthersAlone() {
        ServerAnswer answer = new Server().ask("s/A", "useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S/a");
        assertThat(answer.losing401()).isEqualTo(1);
        assertThat(answer.steps().get(0).path()).isEqualTo("S/a");
    }

    @Test
    void aChangeOfTheWholeServerReachesEverything() {
        ServerAnswer answer = new Server().otherSite("T", "t").ask("", "useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S", "S/a", "T");
        assertThat(answer.applications()).extracting(ApplicationAnswer::verdict).containsOnly(Verdict.PERFORMANCE_ONLY);
        assertThat(answer.steps().get(0).commands().get(0).toString())
                .isEqualTo("appcmd set config -section:system.webServer/security/authentication/windowsAuthentication"
                        + " /useKernelMode:\"False\" /commit:apphost");
    }

    @Test
    void withoutAPathItIsMadeWhereverWindowsAuthenticationIsOn() {
        Server server = new Server().location("S", "enabled=\"false\"").location("S/a", "enabled=\"true\"");
        ServerAnswer answer = server.otherSite("T", "t").askAll("useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S/a", "T");
        assertThat(answer.steps()).extracting(Step::path).containsExactly("S/a", "T");
    }

    @Test
    void anApplicationWhoseSectionIsInErrorIsAmongThem() {
        ServerAnswer answer = new Server()
                .windows("enabled=\"false\"")
                .web("s/a", "enabled=\"true\"")
                .askAll("useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S/a");
        assertThat(answer.applications().get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFolderWithWindowsAuthenticationOfItsOwnIsAmongThem() {
        Server server = new Server().windows("enabled=\"false\"").location("S/private", "enabled=\"true\"");
        ServerAnswer answer = server.askAll("useKernelMode=false");
        assertThat(answer.applications()).extracting(ApplicationAnswer::path).containsExactly("S/private");
        assertThat(answer.applications().get(0).verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
    }

    @Test
    void aServerWithoutWindowsAuthenticationHasNoAnswer() {
        assertThat(new Server()
                        .windows("enabled=\"false\"")
                        .askAll("useKernelMode=false")
                        .applications())
                .isEmpty();
    }

    @Test
    void aPathThatThereIsNotIsToldWithThoseThatThereAre() {
        ServerAnswer answer = new Server().ask("S/nope", "useKernelMode=false");
        assertThat(answer.isPathKnown()).isFalse();
        assertThat(answer.paths()).containsExactly("S", "S/a");
        assertThat(answer.applications()).isEmpty();
    }

    @Test
    void aWebConfigBelowThatSaysOtherwiseKeepsItsValue() {
        Server server = new Server().unlocked().web("s/a", "useKernelMode=\"true\"");
        ServerAnswer answer = server.ask("S", "useKernelMode=false");
        ApplicationAnswer below = Asked.at(answer, "S/a");
        assertThat(below.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(below.reason())
                .isEqualTo("C/s/a/web.config:2 says useKernelMode=true for this path, over the change: make it there");
        assertThat(below.otherValues())
                .containsExactly(new OtherValue("S/a", Settable.KERNEL_MODE, "true", new Place("C/s/a/web.config", 2)));
        assertThat(Asked.at(answer, "S").verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
    }

    @Test
    void aWebConfigAtTheVeryPathIsReadLaterThanItsLocationTag() {
        Server server = new Server().unlocked().web("s/a", "useKernelMode=\"true\"");
        assertThat(Asked.at(server.ask("S/a", "useKernelMode=false"), "S/a").verdict())
                .isEqualTo(Verdict.NO_CHANGE);
    }

    @Test
    void aDeeperLocationTagKeepsItsValue() {
        Server server = new Server().location("S/a", "useKernelMode=\"true\"");
        ApplicationAnswer below = Asked.at(server.ask("S", "useKernelMode=false"), "S/a");
        assertThat(below.verdict()).isEqualTo(Verdict.NO_CHANGE);
        assertThat(below.otherValues()).extracting(o -> o.place().file()).containsExactly("applicationHost.config");
    }

    @Test
    void aFolderInsideAnApplicationThatKeepsItsValueIsTold() {
        Server server = new Server().unlocked().web("s/a/sub", "useKernelMode=\"true\"");
        ApplicationAnswer answer = Asked.at(server.ask("S/a", "useKernelMode=false"), "S/a");
        assertThat(answer.verdict()).isEqualTo(Verdict.PERFORMANCE_ONLY);
        assertThat(answer.otherValues()).extracting(OtherValue::path).containsExactly("S/a/sub");
    }

    @Test
    void aLockedSectionIsForApplicationHostOnly() {
        Step step = new Server().ask("S/a", "useKernelMode=false").steps().get(0);
        assertThat(step.lock()).contains(new Lock(true, new Place("applicationHost.config", 5)));
    }

    @Test
    void anUnlockedSectionIsForWebConfigToo() {
        assertThat(new Server()
                        .unlocked()
                        .ask("S/a", "useKernelMode=false")
                        .steps()
                        .get(0)
                        .lock())
                .isEmpty();
    }

    @Test
    void aLockedAttributeIsToldOnlyForThatAttribute() {
        Server server = new Server().unlocked().windows("enabled=\"true\" lockAttributes=\"useKernelMode\"");
        assertThat(server.ask("S", "useKernelMode=false").steps().get(0).lock().map(Lock::isOnSection))
                .contains(false);
        assertThat(server.ask("S", "useAppPoolCredentials=true").steps().get(0).lock())
                .isEmpty();
    }

    @Test
    void lockItemLocksTheSection() {
        Server server = new Server().unlocked().windows("enabled=\"true\" lockItem=\"true\"");
        assertThat(server.ask("S", "useKernelMode=false").steps().get(0).lock().map(Lock::isOnSection))
                .contains(true);
    }

    @Test
    void namesAreIncompleteWhereABindingNamesNoHost() {
        Server server = new Server()
                .user("root", USER)
                .bindings(
                        Server.binding("http", "*:80:"),
                        Server.binding("https", "*:443:www.contoso.com"),
                        Server.binding("net.tcp", "808:*"));
        ApplicationAnswer answer = Asked.at(server.ask("S", "useKernelMode=false"), "S");
        assertThat(answer.spns().isComplete()).isFalse();
        assertThat(answer.spns().needed()).containsExactly("HTTP/www.contoso.com");
        assertThat(answer.todo()).anyMatch(sentence -> sentence.startsWith("names incomplete"));
    }

    @Test
    void aWildcardIsNoName() {
        Server server = new Server().user("root", USER).bindings(Server.binding("https", "*:443:*.contoso.com"));
        ApplicationAnswer answer = Asked.at(server.ask("S", "useKernelMode=false"), "S");
        assertThat(answer.spns().isComplete()).isFalse();
        assertThat(answer.spns().needed()).isEmpty();
    }

    @Test
    void namesAreCompleteWhereOnlyOtherProtocolsNameNone() {
        Server server =
                new Server().bindings(Server.binding("net.pipe", "*"), Server.binding("http", "*:80:www.contoso.com"));
        assertThat(Asked.at(server.ask("S", "useKernelMode=false"), "S").spns().isComplete())
                .isTrue();
    }

    @Test
    void theServersOwnNamesAreCoveredByHostNamesOfTheComputer() {
        Server server = new Server()
                .user("root", USER)
                .windows("enabled=\"true\" useKernelMode=\"false\"")
                .bindings(Server.binding("http", "*:80:WEB01.contoso.com"), Server.binding("http", "*:80:web010"));
        Spns spns = Asked.at(server.ask("S", "useKernelMode=true"), "S").spns();
        assertThat(spns.covered()).containsExactly("HTTP/web01.contoso.com");
        assertThat(spns.needed()).containsExactly("HTTP/web010");
    }

    @Test
    void codeThatRunsAsTheCallerWantsDelegation() {
        Server server = new Server()
                .user("root", USER)
                .text("<location path=\"S\"><system.web><identity impersonate=\"true\"/></system.web></location>");
        ApplicationAnswer answer = Asked.at(server.ask("S", "useKernelMode=false"), "S");
        assertThat(answer.delegation()).contains(new Delegation("WEB01$", USER, true));
        assertThat(answer.todo()).anyMatch(s -> s.startsWith("code here runs as the caller"));
    }

    @Test
    void findingsAreGainedAndLost() {
        ApplicationAnswer answer = Asked.at(new Server().askWithRules("S/a", "useKernelMode=false"), "S/a");
        assertThat(answer.gained()).contains("kernel-mode-off-builtin-identity");
        assertThat(answer.lost()).contains("kernel-mode-preauth-401");
    }

    @Test
    void kernelModeNeedsARestartOfW3svc() {
        ServerAnswer answer = new Server().ask("S", "useKernelMode=false");
        assertThat(answer.restart()).isEqualTo(Restart.W3SVC);
        assertThat(answer.restarts())
                .extracting(Command::toString)
                .containsExactly("net stop w3svc && net start w3svc", "Restart-Service W3SVC");
    }
}
