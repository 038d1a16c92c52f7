package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** How callers sign in, as tables for people: how many applications there are, and a line for each. */
final class SignInTable extends SignInRows {

    private static final String NOTHING = "-";
    private static final String UNKNOWN = "not known";

    private final Presentation presentation;
    private final Writer out;
    private boolean isFirst = true;

    SignInTable(Presentation presentation, Writer out) {
        this.presentation = presentation;
        this.out = out;
    }

    @Override
    void tell(String name, String itsRoot, List<SignInRow> all) throws IOException {
        Page page = new Page(presentation.width());
        Colours colours = new Colours(presentation.isColoured());
        if (!isFirst) {
            page.gap();
        }
        isFirst = false;
        page.wrapped(Glyphs.clean(name) + ": ", totals(all));
        (presentation.width() < ApplicationTable.WIDE ? narrow(all) : wide(all)).tell(page, "  ", colours);
        out.write(page.toString());
    }

    private static Columns wide(List<SignInRow> rows) {
        Columns table = new Columns(
                List.of("application", "pool", "identity", "authentication", "kernel mode", "decrypts tickets"),
                List.of(0, 1, 2, 5));
        rows.forEach(row -> table.add(List.of(
                row.path(),
                row.pool().isEmpty() ? NOTHING : row.pool(),
                identity(row),
                methods(row),
                kernelMode(row),
                account(row))));
        return table;
    }

    /** Without what is usual: the pool's own identity, and domains. */
    private static Columns narrow(List<SignInRow> rows) {
        Columns table = new Columns(
                List.of("application", "pool (user)", "authentication", "kernel", "decrypts"), List.of(0, 1, 4));
        rows.forEach(row ->
                table.add(List.of(row.path(), pool(row), methods(row), kernelMode(row), withoutDomain(account(row)))));
        return table;
    }

    private static String pool(SignInRow row) {
        if (row.pool().isEmpty()) {
            return NOTHING;
        }
        return row.identity().equals("ApplicationPoolIdentity")
                ? row.pool()
                : row.pool() + " (" + withoutDomain(identity(row)) + ")";
    }

    private static String withoutDomain(String account) {
        return account.substring(account.indexOf('\\') + 1);
    }

    private static String totals(List<SignInRow> rows) {
        long on = rows.stream().filter(row -> row.state().equals("on")).count();
        long kernel = rows.stream()
                .filter(row ->
                        row.windows().filter(WindowsAuthentication::isInKernel).isPresent())
                .count();
        return Plural.of(rows.size(), "application") + ", Windows authentication on at " + on + ", in kernel mode at "
                + kernel;
    }

    private static String identity(SignInRow row) {
        return row.identity().isEmpty() ? row.pool().isEmpty() ? NOTHING : UNKNOWN : row.identity();
    }

    private static String methods(SignInRow row) {
        List<String> methods = new ArrayList<>(row.methods());
        if (row.state().equals("fails")) {
            methods.add("500.19");
        } else if (row.state().equals("unknown")) {
            methods.add("unknown");
        }
        return methods.isEmpty() ? "none" : String.join(", ", methods);
    }

    private static String kernelMode(SignInRow row) {
        return row.state().equals("on")
                ? row.windows().map(it -> it.kernelMode() ? "on" : "off").orElse(NOTHING)
                : NOTHING;
    }

    private static String account(SignInRow row) {
        if (row.state().equals("off")) {
            return NOTHING;
        }
        if (row.isNobody()) {
            return "nobody";
        }
        return row.account()
                .map(it -> it.isComputer() && !it.name().endsWith("$") ? "computer" : it.name())
                .orElse(UNKNOWN);
    }

    @Override
    public void end() throws IOException {
        close();
    }
}
