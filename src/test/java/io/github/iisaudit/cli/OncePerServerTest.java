package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cause of a whole server is one finding, however many location tags show it. */
class OncePerServerTest {

    private static final String ON =
            "<system.webServer><security><authentication><windowsAuthentication enabled='true'/>"
                    + "</authentication></security></system.webServer></location>";

    private static final String HOST = "<configuration><configSections><sectionGroup name='system.applicationHost'>"
            + "<section name='applicationPools'/><section name='sites'/></sectionGroup><sectionGroup name='system.webServer'>"
            + "<section name='globalModules'/><section name='modules'/><sectionGroup name='security'>"
            + "<sectionGroup name='authentication'><section name='anonymousAuthentication'/>"
            + "<section name='windowsAuthentication'/></sectionGroup></sectionGroup></sectionGroup></configSections>"
            + "<system.applicationHost><applicationPools><add name='P'/></applicationPools><sites>" + site("A", 1)
            + site("B", 2) + "</sites></system.applicationHost><system.webServer><globalModules>"
            + "<add name='StaticFileModule' image='static.dll'/></globalModules></system.webServer>"
            + "\n<location path='A'>" + ON + "\n<location path='B'>" + ON + "</configuration>";

    @TempDir
    private Path server;

    private static String site(String name, int id) {
        return "<site name='" + name + "' id='" + id + "'><application path='/' applicationPool='P'>"
                + "<virtualDirectory path='/' physicalPath='C:\\" + name + "'/></application><bindings>"
                + "<binding protocol='http' bindingInformation='*:80:" + name + "'/></bindings></site>";
    }

    @Test
    void a_module_that_the_server_does_not_load_is_told_once_also_where_a_site_is_called_as_a_letter_of_the_remedy()
            throws Exception {
        Files.writeString(server.resolve("applicationHost.config"), HOST);
        Run run = Run.of("scan", "--rule", "windows-auth-module-missing", server.toString());
        assertThat(run.out().replaceAll("\\s+", " "))
                .containsOnlyOnce("warning[windows-auth-module-missing]")
                .contains("= at A, B", "paths: 1 warning ");
    }
}
