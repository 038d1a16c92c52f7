package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.xml.LocatedElement;
import org.junit.jupiter.api.Test;

/** Servers of which one has files like those of the one before. */
class ServerReaderTest {

    private static final String DOCUMENTS = "system.webServer/defaultDocument";

    private final ServerReader reader = new ServerReader(2);

    @Test
    void entriesOfALowerFileStandFirstWhereOneOfThemIsOther() {
        Server first = base().host("<system.webServer><defaultDocument><files><add value=\"a\"/></files>"
                        + "</defaultDocument></system.webServer>")
                .web("C/s", """
                        <system.webServer>
                        <defaultDocument>
                        <files>
                        <add value="server1"/>
                        <add value="x"/>
                        <add value="y"/>
                        </files>
                        </defaultDocument>
                        </system.webServer>""");
        Server.answer(reader.read(first.source()), "S", DOCUMENTS).hasEntries("files", "server1", "x", "y", "a");

        MemorySource second = first.source();
        second.with("C/s/web.config", first.webConfig("C/s").replace("server1", "server2"));
        Server.answer(reader.read(second), "S", DOCUMENTS).hasEntries("files", "server2", "x", "y", "a");

        second.with("C/s/web.config", first.webConfig("C/s").replace("\"y\"", "\"z\""));
        Server.answer(reader.read(second), "S", DOCUMENTS).hasEntries("files", "server1", "x", "z", "a");
    }

    @Test
    void theFileOfASectionIsThatOfTheServer() {
        Server first = unlocked()
                .web("C/s", windows("configSource=\"wa.config\""))
                .file("C/s/wa.config", section("the first"));
        MemorySource second = first.source().with("C/s/wa.config", section("the second"));

        assertThat(comment(reader.read(first.source()))).contains("the first");
        assertThat(comment(reader.read(second))).contains("the second");
    }

    private static String section(String comment) {
        return "<windowsAuthentication enabled=\"true\">\n<!-- " + comment + " -->\n"
                + "<extendedProtection\ntokenChecking=\"Allow\"\nflags=\"None\"\n/>\n</windowsAuthentication>";
    }

    /** The comment that a rule would find beside what the section says. */
    private static String comment(ServerConfiguration server) {
        Scope scope = server.find("S").orElseThrow();
        EffectiveElement protection = (EffectiveElement) scope.document()
                .element("system.webServer")
                .element("security")
                .element("authentication")
                .element("windowsAuthentication")
                .element("extendedProtection");
        LocatedElement written = ((Written) protection.origin()).element();
        return written.getDocument().getRootElement().node(0).getText();
    }
}
