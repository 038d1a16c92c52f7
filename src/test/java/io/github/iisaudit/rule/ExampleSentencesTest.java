package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.config.ServerConfiguration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say of some of their own examples, beside where they point. */
class ExampleSentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            windows-auth-module-missing | cleared in a location tag, and nothing added | removed or cleared | another name
            kernel-mode-preauth-401 | only NTLM is offered: nothing is said of tickets | kernel mode | decrypt
            kernel-mode-off-builtin-identity | only NTLM is offered: nothing is said of tickets | not offered | decrypt
            local-service-pool-with-windows-auth | only NTLM is offered: nothing is said of tickets | delegated | decrypt
            kernel-mode-off-kerberos-risk | a local account, which cannot hold an SPN | local account | must be registered
            kernel-mode-off-kerberos-risk | a local account, which cannot hold an SPN | without useAppPoolCredentials | setspn
            impersonation-in-integrated-pipeline | the module that makes the check is not loaded | does not run | it answers 500
            basic-without-tls | an https binding beside the http one, and nothing that requires it | sslFlags="Ssl"); or | give the site
            basic-without-tls | an http binding, sslFlags by default | give the site an https binding | already
            basic-without-tls | http that hsts redirects to https | redirectHttpToHttps | give the site
            relay-over-http | http that hsts redirects to https | before it is asked for a logon | take the http binding away
            relay-over-http | http only, as after the installation | with an https binding | redirectHttpToHttps
            relay-over-http | http that a rule of URL Rewrite sends to https | gets that redirect and no more | take the http binding away
            relay-over-http | HTTP redirection to an https address | before it is asked for a logon | take the http binding away
            relay-over-http | a rule that sends one host name to https | take the http binding away | no more
            basic-without-tls | http that a rule of URL Rewrite sends to https | so nobody is asked for a password there | hsts
            anonymous-with-windows | ASP.NET refuses anonymous callers, and URL Rewrite sends all requests to another server | guard nothing here | may be enough
            extended-protection-off | client certificates are required | needs one of his own too | NTLM
            auth-token-not-forwarded | a rule sends all requests to another server, with a header of the user | LOGON_USER | promoteServerVars
            auth-token-not-forwarded | iisnode, with other variables | promoteServerVars | URL Rewrite
            relay-over-http | http only, as after the installation | take Windows logons | ask for
            anonymous-with-windows | refused by ASP.NET, which has Forms authentication | redirect to its logon page | enough for all
            impersonation-needs-delegation | built-in identity with Negotiate: the computer | Pool Pool: the computer account | useAppPoolCredentials
            impersonation-needs-delegation | kernel mode off, a named user, Classic | Pool Pool: kernel mode is off, so CONTOSO\\svc-web | would have to be
            impersonation-needs-delegation | kernel mode by default, a named user: the computer account decrypts the service tickets | and not CONTOSO\\svc-web | mode is off
            impersonation-needs-delegation | service tickets decrypted by the pool's user in kernel mode | useAppPoolCredentials is true, so CONTOSO\\svc-web | would have to be
            impersonation-needs-delegation | NTLM only, Integrated with the check turned off, other case | no ticket that could be passed on | Pool Pool
            not-verifiable | a folder of its own below inheritInChildApplications | location tag of application | documented form
            """)
    void say_what_holds_there_and_nothing_that_does_not(String rule, String example, String said, String never)
            throws RuleException {
        assertThat(said(rule, example)).contains(said).doesNotContain(never);
    }

    /** All that a rule says of one of its examples. */
    private static String said(String id, String name) throws RuleException {
        Rule rule = RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        Rule.Example example = rule.examples().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        ServerConfiguration server = ServerConfiguration.read(new ExampleSource(example.files()));
        Checker checker = new Checker(List.of(rule), server.name(), server.root());
        server.forEachScope(checker::check);
        StringBuilder all = new StringBuilder();
        for (Finding finding : checker.findings()) {
            all.append(finding.message()).append(finding.place().label()).append(finding.fix());
            finding.notes().forEach(note -> all.append('\n').append(note.message()));
        }
        return all.toString();
    }
}
