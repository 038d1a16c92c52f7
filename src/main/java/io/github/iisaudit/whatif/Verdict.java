package io.github.iisaudit.whatif;

import java.util.List;
import java.util.Locale;

/**
 * What a change does to an application, in a word. The conditions are asked in this order; the first that holds
 * decides. "Account" is the one whose key decrypts service tickets.
 *
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>condition</th><th>verdict</th><th>source</th></tr>
 * <tr><td>what the files say is not known at the path, before or after</td><td>unknown</td><td></td></tr>
 * <tr><td>the section cannot be read (500.19) before and after: the values that would count are not to be had</td>
 *     <td>unknown</td><td>KSINGLA</td></tr>
 * <tr><td>it cannot be read after / before only</td><td>breaks / fixes</td><td>KB942055</td></tr>
 * <tr><td>pools are to get an identity, and the pool is not defined, or only
 *     assumed</td><td>unknown</td><td></td></tr>
 * <tr><td>values, pool identity and account are the same</td><td>no-change</td><td></td></tr>
 * <tr><td>a file that was not collected could say otherwise</td><td>unknown</td><td></td></tr>
 * <tr><td>Windows authentication is off before and after</td><td>no-change</td><td></td></tr>
 * <tr><td>Windows authentication is switched off, and no other way to sign in is left / another one is left</td>
 *     <td>breaks / unknown</td><td>WIN</td></tr>
 * <tr><td>a finding of severity error is new; it is switched on without a provider; a {@code Negotiate:} package in
 *     kernel mode is new</td>
 *     <td>breaks</td><td>ADV</td></tr>
 * <tr><td>Kerberos was offered and is no more: it works by the directory / it fails or nobody can decrypt tickets / else</td>
 *     <td>breaks / fixes / unknown</td><td>PROV</td></tr>
 * <tr><td>Kerberos is offered and was not: SPNs are needed / are not</td>
 *     <td>spn-move-needed / fixes</td><td>PROV, TKF</td></tr>
 * <tr><td>there is no provider, before and after</td><td>no-change</td><td></td></tr>
 * <tr><td>no provider offers Kerberos: kernel mode goes on or off / anything else</td>
 *     <td>performance-only (unknown where a warning is new) / no-change</td><td>KB2749007</td></tr>
 * <tr><td>the applicationHost.config is only assumed or IIS Express's, the pool is not defined or names no user</td>
 *     <td>unknown</td><td></td></tr>
 * <tr><td>the account afterwards is a local user or LocalService in user mode: no SPN can be theirs</td>
 *     <td>breaks</td><td>TKF, IDN</td></tr>
 * <tr><td>Windows authentication is switched on: SPNs are needed / are not, or no provider offers Kerberos</td>
 *     <td>spn-move-needed / unknown</td><td>TKF</td></tr>
 * <tr><td>nobody could decrypt service tickets, now the computer account does</td><td>fixes</td><td>IDN</td></tr>
 * <tr><td>the account becomes a user, whom every other application under the same names has before and after</td>
 *     <td>fixes</td><td>TKF: one SPN is on one account</td></tr>
 * <tr><td>the account becomes another</td><td>spn-move-needed</td><td>TKF</td></tr>
 * <tr><td>a finding of severity error or a {@code Negotiate:} package in kernel mode
 *     goes</td><td>fixes</td><td>ADV</td></tr>
 * <tr><td>the pool becomes LocalService, which is nobody on the network</td><td>unknown</td><td>IDN</td></tr>
 * <tr><td>the pool gets another identity, kernel mode stays: it uses the computer account whatever that is</td>
 *     <td>no-change</td><td>TKF</td></tr>
 * <tr><td>kernel mode goes on or off, and a finding of severity warning is new / is not</td>
 *     <td>unknown / performance-only</td><td>TKF, KB2749007</td></tr>
 * <tr><td>else</td><td>no-change</td><td></td></tr>
 * </table>
 *
 * <p>Beside that, each on its own; the riskiest of all verdicts counts, in the order of {@link #RISKY_FIRST}:
 *
 * <table>
 * <caption>How callers sign in</caption>
 * <tr><th>condition</th><th>verdict</th><th>source</th></tr>
 * <tr><td>a TLS channel is required (no flag for proxies) where the site has no https binding / no longer</td>
 *     <td>breaks / fixes</td><td>EP</td></tr>
 * <tr><td>tokenChecking, or its flags where something is checked, change otherwise</td><td>unknown</td><td>EP</td></tr>
 * <tr><td>no provider is left to fall back on / one comes / NTLM goes before Negotiate</td>
 *     <td>unknown / fixes / unknown</td><td>PROV</td></tr>
 * <tr><td>Negotiate goes before NTLM: SPNs are needed / are not</td><td>spn-move-needed / unknown</td><td>PROV, TKF</td></tr>
 * <tr><td>anonymous access goes where nothing else is on / otherwise changes</td><td>breaks / unknown</td><td>ANON</td></tr>
 * <tr><td>a logon holds longer or shorter</td><td>performance-only</td><td>WIN</td></tr>
 * </table>
 *
 * <p>KSINGLA: "How configuration system merges sections" (blogs.iis.net/ksingla), modules do not fall back to a
 * parent's values. KB942055: HTTP Error 500.19. ADV: help of the dialog Advanced Settings (technet cc771945). WIN:
 * reference of windowsAuthentication, PROV of its providers, EP of its extendedProtection, ANON of anonymousAuthentication. IDN: Understanding identities in IIS. KB2749007: HTTP error 401.1 with
 * pre-authentication headers.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-authentication-authorization/troubleshoot-kerberos-failures-ie">TKF: Troubleshoot Kerberos failures</a>
 */
public enum Verdict {
    /** Nothing that Windows authentication does changes. */
    NO_CHANGE,
    /** The same account decrypts service tickets, or there are none, and no warning is new; signing in gets faster or slower. */
    PERFORMANCE_ONLY,
    /** Another account decrypts service tickets: SPNs and delegation rights must be on it. */
    SPN_MOVE_NEEDED,
    /** Something that works before fails after. */
    BREAKS,
    /** Something that fails before should work after, and nothing new fails. */
    FIXES,
    /** The files do not tell. */
    UNKNOWN;

    /** In the order of what is worth a look. */
    public static final List<Verdict> RISKY_FIRST =
            List.of(BREAKS, SPN_MOVE_NEEDED, UNKNOWN, FIXES, PERFORMANCE_ONLY, NO_CHANGE);

    boolean isRiskierThan(Verdict other) {
        return RISKY_FIRST.indexOf(this) < RISKY_FIRST.indexOf(other);
    }

    /** The word in output: {@code spn-move-needed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
