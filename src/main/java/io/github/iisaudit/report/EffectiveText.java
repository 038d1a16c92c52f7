package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Entry;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.ErrorKind;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.TicketAccount;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.xml.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Effective configuration for people: a table for each path, each value with the place that set it. */
final class EffectiveText implements EffectiveReporter {

    private static final String AUTHENTICATION = "system.webServer/security/authentication/";
    private static final String INDENT = "    ";

    private final Presentation presentation;
    private final Colours colours;
    private final Writer out;
    private final boolean isFleet;
    private String server = "";
    private boolean isFirst = true;

    EffectiveText(Presentation presentation, Writer out, boolean isFleet) {
        this.presentation = presentation;
        this.colours = new Colours(presentation.isColoured());
        this.out = out;
        this.isFleet = isFleet;
    }

    @Override
    public void server(String name, String root) {
        server = isFleet ? Paths.cut(name, presentation.width() / 2) + ": " : "";
    }

    @Override
    public void scope(Scope scope, List<EffectiveSection> sections) throws IOException {
        Page page = new Page(presentation.width());
        if (!isFirst) {
            page.gap();
        }
        isFirst = false;
        String path = server + Paths.shown(scope.path());
        String description = Glyphs.clean(scope.description());
        if (Glyphs.width(path) + 3 + Glyphs.width(description) <= presentation.width()) {
            page.line(colours.bold(path) + "   " + description);
        } else {
            page.line(colours.bold(path)).wrapped("  ", description);
        }
        sections.forEach(s -> section(page, s));
        if (sections.stream().anyMatch(s -> s.name().equals(WindowsAuthentication.SECTION))) {
            TicketAccount.of(scope)
                    .ifPresent(account ->
                            page.wrapped("  ", "Kerberos tickets are decrypted by " + account.words() + "."));
        }
        out.write(page.toString());
    }

    @Override
    public void end() {
        // every scope was written when it came
    }

    private void section(Page page, EffectiveSection section) {
        String name = section.name().startsWith(AUTHENTICATION)
                ? section.name().substring(AUTHENTICATION.length())
                : section.name();
        if (section.error().map(EffectiveText::isAbsent).orElse(false)) {
            page.line("  " + colours.bold(name) + "   not declared on this server");
            return;
        }
        page.line("  " + colours.bold(name));
        section.error().ifPresent(e -> error(page, "", e));
        section.assumed().ifPresent(e -> error(page, "unless the server unlocks it: ", e));
        section.unknown().ifPresent(reason -> page.wrapped(INDENT + "unknown: ", reason));
        ValueTable table = ValueTable.of(section, page);
        section.settings().forEach(s -> table.setting(s.name(), shown(s), s.origin()));
        section.collections().forEach(c -> collection(table, name(c, section), c));
        section.incomplete()
                .forEach(m -> page.wrapped(
                        INDENT + "incomplete: ",
                        Paths.cut(m.file(), page.width() - 16) + " " + m.reason() + ", it could change this"));
    }

    /** A section that nobody declares and nobody wrote is no fault. */
    private static boolean isAbsent(ConfigError error) {
        return error.kind() == ErrorKind.UNDECLARED && error.file().isEmpty();
    }

    /** An element that has settings and a list is named for either. */
    private static String name(Collection collection, EffectiveSection section) {
        boolean hasSettings = section.settings().stream().anyMatch(s -> s.name().startsWith(collection.name() + "/"));
        return hasSettings && !collection.name().isEmpty() ? collection.name() + " list" : collection.name();
    }

    private static void collection(ValueTable table, String label, Collection collection) {
        if (collection.entries().isEmpty()) {
            table.row(label, "(none)", null);
        }
        String name = label;
        for (Entry entry : collection.entries()) {
            table.row(name, shown(entry), entry.origin());
            name = "";
        }
    }

    static String shown(Setting setting) {
        String value = setting.value();
        return value.isEmpty() ? "\"\"" : Glyphs.clean(value);
    }

    /** The key alone, then the other attributes with their names. */
    static String shown(Entry entry) {
        StringBuilder shown = new StringBuilder();
        for (Setting setting : entry.settings()) {
            shown.append(shown.isEmpty() ? "" : " " + Glyphs.clean(setting.name()) + "=")
                    .append(shown(setting));
        }
        return shown.toString();
    }

    private void error(Page page, String condition, ConfigError error) {
        page.wrapped(
                INDENT,
                condition + "error " + error.kind().id() + " (" + error.kind().code() + "): " + error.message());
        if (!error.file().isEmpty()) {
            String line = error.line() > 0 ? ":" + error.line() : "";
            page.line(INDENT + "  at " + Paths.cut(error.file(), page.width() - 20) + line);
        }
        Span lock = error.lockedBy();
        if (lock != null) {
            page.line(INDENT + "  locked by " + Paths.cut(lock.path(), page.width() - 20) + ":" + lock.line());
        }
    }
}
