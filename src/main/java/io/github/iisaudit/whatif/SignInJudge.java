package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.Application.Binding;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges what changes for those who sign in beside who decrypts their tickets: anonymous access, extended protection, how long a logon
 * holds.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/extendedprotection/">Extended protection: tokenChecking and flags</a>
 * @see <a href="https://learn.microsoft.com/previous-versions/iis/settings-schema/aa347472(v=vs.90)">windowsAuthentication: authPersistNonNTLM, authPersistSingleRequest</a>
 */
final class SignInJudge {

    private static final String REFUSED = " (401.1 with 0x80090346, bad bindings)";

    private final Situation before;
    private final Situation after;
    private final SignIn was;
    private final SignIn is;
    private final Host host;
    private final boolean isOn;

    SignInJudge(Situation before, Situation after, Host host) {
        this.host = host;
        this.before = before;
        this.after = after;
        this.was = before.signIn().orElse(SignIn.UNSEEN);
        this.is = after.signIn().orElse(SignIn.UNSEEN);
        this.isOn = after.isEnabled();
    }

    /** What changes; in the order of what is worth telling. */
    List<Judgement> judgements() {
        boolean isSame = same(Settable.TOKEN_CHECKING)
                && same(Settable.FLAGS)
                && same(Settable.NON_NTLM)
                && same(Settable.SINGLE_REQUEST);
        return !isSame && isOn && !after.missing().isEmpty()
                ? doubt(after.missing()).stream().toList()
                : Stream.of(anonymous(), protection(), connection(), request())
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<Judgement> anonymous() {
        if (was.isAnonymous() == is.isAnonymous()) {
            return Optional.empty();
        }
        return Optional.of(doubt(is.missing()).orElseGet(() -> is.isAnonymous() ? letIn() : keptOut()));
    }

    private static Optional<Judgement> doubt(List<Missing> missing) {
        return missing.stream()
                .findFirst()
                .map(it -> Judgement.unknown(it.file() + " was " + it.reason() + " and could say otherwise"));
    }

    private Judgement letIn() {
        return isOn
                ? Judgement.unknown(
                        "callers without credentials are let in as the anonymous user: IIS asks for a Windows"
                                + " logon only where file permissions or rules refuse that user, and elsewhere the application"
                                + " gets requests without a user name; whether it may is not in the configuration")
                : Judgement.unknown(
                        "callers without credentials are let in as the anonymous user; whether they may be is"
                                + " not in the configuration");
    }

    private Judgement keptOut() {
        if (!isOn) {
            return after.hasOtherSignIn()
                    ? Judgement.unknown(
                            "callers without credentials are let in no more; whether the authentication that"
                                    + " is left will do is up to the application")
                    : Judgement.breaks("no authentication is left: every request is answered with 401.2");
        }
        String preauthentication = after.isInKernel()
                ? ". Kernel mode is on, so a first request that brings credentials along can get the 401.1 of KB 2749007,"
                        + " which is unlikely as long as anonymous callers are let in"
                : "";
        return Judgement.unknown("every first request without credentials is answered with 401.2 and the providers, and"
                + " whoever has no Windows account stays out (public pages, health checks of a load balancer, calls of"
                + " other servers); whether there are such callers is not in the configuration" + preauthentication);
    }

    private Optional<Judgement> protection() {
        boolean isSame =
                same(Settable.TOKEN_CHECKING) && (same(Settable.FLAGS) || !was.checksChannel() && !is.checksChannel());
        if (!isOn || isSame) {
            return !same(Settable.FLAGS) && isOn
                    ? Optional.of(Judgement.noChange("flags count only where tokenChecking is Allow or Require"))
                    : Optional.empty();
        }
        if (is.wantsChannel() && isWithoutTls() && !(was.wantsChannel() && before.isEnabled())) {
            return Optional.of(
                    Judgement.breaks("extended protection is required, the site has no https binding, and flags"
                            + " name no proxy: no client has a TLS channel to this server that it could name, so logons are"
                            + " refused" + REFUSED));
        }
        if (was.wantsChannel() && before.isEnabled() && isWithoutTls() && !is.wantsChannel()) {
            return Optional.of(
                    Judgement.fixes("extended protection no longer requires a TLS channel, which no client of a"
                            + " site without https binding has"));
        }
        return Optional.of(is.checksChannel() ? checked() : unchecked());
    }

    private Judgement checked() {
        if (is.checksNothing()) {
            return ofPresence();
        }
        String clients = is.value(Settable.TOKEN_CHECKING).equals("Require")
                ? "clients that know no extended protection are refused, and so are"
                : "clients that know no extended protection are let in, but refused are";
        return Judgement.unknown(clients + (is.wantsChannel() ? overHttp() : "") + wrongChannel() + REFUSED
                + "; whether there are such clients is not in the configuration");
    }

    /** Where all that counts is whether clients know extended protection. */
    private Judgement ofPresence() {
        String nothing = "Proxy has the channel ignored and NoServiceNameCheck the name, so nothing is checked";
        if (is.value(Settable.TOKEN_CHECKING).equals("Require")) {
            return Judgement.unknown(nothing + "; clients that know no extended protection are refused" + REFUSED
                    + ", and whether there are such clients is not in the configuration");
        }
        return was.checksChannel() && !was.checksNothing() ? unchecked() : Judgement.noChange(nothing);
    }

    private String overHttp() {
        return after.application().stream()
                        .flatMap(it -> it.bindings().stream())
                        .anyMatch(binding -> binding.protocol().equalsIgnoreCase("http"))
                ? " those over http, which have no TLS channel, and"
                : "";
    }

    /** With a flag for proxies names are compared, without one the channel of TLS. */
    private String wrongChannel() {
        if (!is.value(Settable.FLAGS).contains("Proxy")) {
            return " those whose TLS ends before IIS, at a proxy, a load balancer or a scanner with another certificate, as"
                    + " the channel that they name is not the one that IIS sees";
        }
        return " those that name a server which is not in the list of SPNs, as flags name a proxy and so the name counts"
                + " instead of the channel";
    }

    private static Judgement unchecked() {
        return Judgement.unknown(
                "clients that extended protection refused can sign in, and a relayed logon is told from a"
                        + " good one no more; whether that may be is not in the configuration");
    }

    /** Whether the bindings of the site are known, and none of them is of TLS. */
    private boolean isWithoutTls() {
        List<Binding> bindings = after.application().map(Application::bindings).orElse(List.of());
        return host == Host.REAL
                && bindings.stream().anyMatch(Binding::isHttp)
                && bindings.stream().noneMatch(binding -> binding.protocol().equalsIgnoreCase("https"));
    }

    /** Whether a logon by Kerberos holds for its connection, as one by NTLM does. */
    private Optional<Judgement> connection() {
        if (!isOn || same(Settable.NON_NTLM)) {
            return Optional.empty();
        }
        if (!after.windows().map(WindowsAuthentication::offersKerberos).orElse(false)) {
            return Optional.of(Judgement.noChange("authPersistNonNTLM is about Kerberos, and no provider offers it"));
        }
        return Optional.of(performance(
                is.value(Settable.NON_NTLM).equals("true")
                        ? "a logon by Kerberos holds for its connection: signing in gets faster. See that no proxy in front"
                                + " sends requests of several users through one connection, as they would count as the first"
                        : "each request by Kerberos brings a ticket along and signs in anew: signing in gets slower"));
    }

    /** Whether a logon by NTLM holds for one request only. */
    private Optional<Judgement> request() {
        if (!isOn || same(Settable.SINGLE_REQUEST)) {
            return Optional.empty();
        }
        return Optional.of(performance(
                is.value(Settable.SINGLE_REQUEST).equals("true")
                        ? "a logon holds for one request, no longer for its connection: signing in gets slower, as NTLM"
                                + " takes two more requests each time"
                        : "a logon by NTLM holds for its connection: signing in gets faster"));
    }

    private static Judgement performance(String reason) {
        return new Judgement(Verdict.PERFORMANCE_ONLY, reason);
    }

    private boolean same(Settable what) {
        return was.value(what).equals(is.value(what));
    }
}
