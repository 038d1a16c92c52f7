package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.ErrorKind;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.SectionValues;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.kerberos.WindowsLogon;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.whatif.Standing.Chance;
import io.github.iisaudit.whatif.Standing.Windows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the applications of one server stand, gathered while its paths are visited, parents before children. Turning kernel mode off is
 * judged as {@link WhatIf} judges it for all applications at once, from what the visit saw: nothing is read again. Not thread-safe.
 */
public final class Standings {

    private final ServerConfiguration server;
    private final KernelModeOff off;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Seen> byPath = new HashMap<>();

    /** @param server whose paths are to be visited */
    public Standings(ServerConfiguration server, Host host) {
        this.server = server;
        this.off = new KernelModeOff(new Accounts(server.computer(), host));
    }

    /** A path as it was visited. */
    private record Seen(
            String path,
            boolean isFolder,
            String poolName,
            Optional<ApplicationPool> pool,
            Optional<WindowsAuthentication> values,
            Windows windows,
            Methods methods,
            boolean isAskedFor) {

        boolean isKernelMode() {
            return values.map(WindowsAuthentication::kernelMode).orElse(false);
        }

        /** Whether a folder below it that has Windows authentication on has more of it. */
        boolean isLessThan(boolean isKernelModeBelow) {
            return windows != Windows.ON || isKernelModeBelow && !isKernelMode();
        }
    }

    /**
     * Takes note of a path if it is an application, or a folder that has Windows authentication and the application has not. The
     * topmost folder of a part stands for its application, which nobody asked about.
     */
    public void visit(Scope scope) {
        Scope.Kind kind = scope.kind();
        boolean isApplication = kind == Scope.Kind.SITE
                || kind == Scope.Kind.APPLICATION
                || kind != Scope.Kind.SERVER
                        && Survey.nearest(byPath, scope.path()).isEmpty();
        if (isApplication || kind != Scope.Kind.SERVER && isMore(scope)) {
            Seen here = see(scope, WindowsAuthentication.of(scope), !isApplication);
            seen.add(here);
            byPath.put(Survey.key(scope.path()), here);
        }
    }

    private boolean isMore(Scope folder) {
        SectionValues values = folder.values(WindowsAuthentication.SECTION).orElse(null);
        return values != null
                && values.isTrue(WindowsAuthentication.ENABLED)
                && Survey.nearest(byPath, folder.path())
                        .map(above -> above.isLessThan(values.isTrue(WindowsAuthentication.KERNEL_MODE)))
                        .orElse(false);
    }

    private Seen see(Scope scope, Optional<WindowsAuthentication> values, boolean isFolder) {
        Windows windows = values.map(v -> v.enabled() ? Windows.ON : Windows.OFF)
                .orElseGet(() -> unread(scope.section(WindowsAuthentication.SECTION)));
        boolean isInKernel = values.map(WindowsAuthentication::isInKernel).orElse(false);
        boolean isAskedFor = windows == Windows.ON && WindowsLogon.isAskedFor(scope);
        if (isAskedFor) {
            off.visit(scope, values.get());
        }
        return new Seen(
                scope.path(),
                isFolder,
                server.isReal() ? scope.applicationPool() : "",
                scope.pool(),
                values,
                windows,
                Methods.of(scope),
                isInKernel && isAskedFor);
    }

    private static Windows unread(EffectiveSection section) {
        boolean isAbsent = section.error()
                .filter(e -> e.kind() == ErrorKind.UNDECLARED && e.file().isEmpty())
                .isPresent();
        if (isAbsent) {
            return Windows.OFF;
        }
        return section.error().isPresent() ? Windows.FAILS : Windows.UNKNOWN;
    }

    /** In the order of their paths; complete after all paths were visited. */
    public List<Standing> all() {
        Map<String, Verdict> verdicts = off.verdicts(Application.of(server));
        List<Standing> all = new ArrayList<>(seen.size());
        for (Seen each : seen) {
            all.add(standing(each, verdicts.get(each.path)));
        }
        return all;
    }

    private Standing standing(Seen each, @Nullable Verdict verdict) {
        boolean isUnsure = each.windows == Windows.FAILS || each.windows == Windows.UNKNOWN;
        return new Standing(
                each.path,
                each.isFolder,
                each.poolName,
                each.pool.map(ApplicationPool::identity).orElse(""),
                each.windows,
                each.methods.on(),
                each.isKernelMode(),
                off.account(each.path),
                chance(each),
                verdict != null ? verdict : isUnsure ? Verdict.UNKNOWN : Verdict.NO_CHANGE);
    }

    private static Chance chance(Seen each) {
        if (each.windows == Windows.FAILS || each.windows == Windows.UNKNOWN) {
            return Chance.UNKNOWN;
        }
        if (!each.isAskedFor) {
            return Chance.NO;
        }
        return each.methods.isAnonymous() ? Chance.UNLIKELY : Chance.YES;
    }
}
