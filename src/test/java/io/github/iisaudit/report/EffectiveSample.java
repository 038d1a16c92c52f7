package io.github.iisaudit.report;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Collection;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Entry;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.ErrorKind;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.SectionValues;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** Effective sections to render, made by hand over one small applicationHost.config. */
final class EffectiveSample {

    static final String WINDOWS = "system.webServer/security/authentication/windowsAuthentication";

    private static final LocatedElement HOST = parse(Sample.HOST, """
            <configuration>
              <windowsAuthentication enabled="false" />
              <location path="Intranet">
                <windowsAuthentication enabled="true" password="geheim">
                  <add value="Negotiate" />
                  <add name="x" image="y.dll" />
                </windowsAuthentication>
              </location>
            </configuration>
            """);

    private EffectiveSample() {}

    private static LocatedElement parse(String path, String text) {
        try {
            return new XmlReader().read(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableXmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements by the index of each level. */
    static LocatedElement element(int... indexes) {
        Element element = HOST;
        for (int index : indexes) {
            element = element.elements().get(index);
        }
        return (LocatedElement) element;
    }

    private static Origin.Written written(LocatedElement element, String name, Origin.@Nullable Written overrode) {
        LocatedAttribute attribute = (LocatedAttribute) element.attribute(name);
        return new Origin.Written(element, attribute, attribute.getValue(), overrode);
    }

    /** enabled is on for Intranet over off for the server, useKernelMode is a default, there is one provider. */
    static EffectiveSection values() {
        Origin.Written enabled = written(element(1, 0), "enabled", written(element(0), "enabled", null));
        Setting on = new Setting("enabled", true, "true", enabled);
        Setting kernelMode =
                new Setting("useKernelMode", true, "true", new Origin.Default(element(1, 0), "useKernelMode"));
        Setting password = new Setting("password", false, "***", written(element(1, 0), "password", null));
        Origin.Written add = written(element(1, 0, 0), "value", null);
        Entry negotiate = new Entry(List.of(new Setting("value", false, "Negotiate", add)), add);
        Origin.Written image = written(element(1, 0, 1), "image", null);
        Entry module = new Entry(
                List.of(
                        new Setting("name", false, "x", written(element(1, 0, 1), "name", null)),
                        new Setting("image", false, "y.dll", image)),
                image);
        return section(
                List.of(on, kernelMode, password),
                List.of(
                        new Collection("providers", List.of(negotiate)),
                        new Collection("modules", List.of(module)),
                        new Collection("none", List.of())));
    }

    static EffectiveSection section(List<Setting> settings, List<Collection> collections) {
        return new EffectiveSection(
                WINDOWS, settings, collections, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The section is locked by the one at the server level. */
    static ConfigError lock() {
        return new ConfigError(
                ErrorKind.SECTION_LOCKED,
                "this section is locked",
                element(1, 0),
                null,
                null,
                element(0).nameSpan(),
                null);
    }

    static EffectiveSection failing(ConfigError error) {
        return new EffectiveSection(
                WINDOWS, List.of(), List.of(), Optional.of(error), Optional.empty(), Optional.empty(), List.of());
    }

    static EffectiveSection assumed(EffectiveSection values, ConfigError error) {
        return new EffectiveSection(
                values.name(),
                values.settings(),
                values.collections(),
                Optional.empty(),
                Optional.of(error),
                Optional.empty(),
                List.of(new Missing("C/x/web.config", "not collected")));
    }

    static EffectiveSection unknown(String reason) {
        return new EffectiveSection(
                WINDOWS, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(reason), List.of());
    }

    /** What one path of one server looks like. */
    static String render(EffectiveReporter.Format format, EffectiveSection... sections) {
        StringWriter out = new StringWriter();
        try {
            EffectiveReporter reporter = format.reporter(Sample.PLAIN, out, false);
            reporter.server("WEB01", "snapshots/WEB01");
            reporter.scope(new Hr(List.of(sections)), List.of(sections));
            reporter.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** An application. */
    private record Hr(List<EffectiveSection> sections) implements Scope {

        @Override
        public Set<String> sectionNames() {
            return sections.stream().map(EffectiveSection::name).collect(Collectors.toSet());
        }

        @Override
        public String path() {
            return "Intranet/hr";
        }

        @Override
        public Kind kind() {
            return Kind.APPLICATION;
        }

        @Override
        public String applicationPool() {
            return "hr";
        }

        @Override
        public String description() {
            return "application, pool hr (CONTOSO\\svc-hr)";
        }

        @Override
        public Computer computer() {
            return new Computer("WEB01$");
        }

        @Override
        public Optional<ApplicationPool> pool() {
            return Optional.of(new ApplicationPool("hr", "SpecificUser", "CONTOSO\\svc-hr"));
        }

        @Override
        public Optional<SectionValues> values(String section) {
            return Optional.of(new InKernelMode());
        }

        @Override
        public Element document() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class InKernelMode implements SectionValues {

        @Override
        public String value(String attribute) {
            return String.valueOf(!attribute.equals(WindowsAuthentication.POOL_CREDENTIALS));
        }

        @Override
        public List<String> entries(String collection, String attribute) {
            return List.of("Negotiate");
        }

        @Override
        public boolean lists(String attribute, String value) {
            return false;
        }

        @Override
        public boolean isWritten(String attribute) {
            return false;
        }
    }
}
