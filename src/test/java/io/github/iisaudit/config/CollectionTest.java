package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.providers;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are replayed: add, remove and clear in document order over what is inherited. */
class CollectionTest {

    private static Server with(String directives) {
        return base().host(location("S", providers(directives)));
    }

    @Test
    void removingLeavesTheRestOfTheInheritedList() {
        with("<remove value=\"Negotiate\"/>").at("S").hasProviders("NTLM");
    }

    @Test
    void clearingAndAddingGivesTheWrittenOrder() {
        with("<clear/><add value=\"NTLM\"/><add value=\"Negotiate\"/>").at("S").hasProviders("NTLM", "Negotiate");
    }

    @Test
    void addingAppends() {
        with("<add value=\"Negotiate:Kerberos\"/>")
                .at("S")
                .inKernelMode()
                .hasProviders("Negotiate", "NTLM", "Negotiate:Kerberos");
    }

    @Test
    void directivesCountInDocumentOrder() {
        with("<add value=\"Digest\"/><clear/><add value=\"NTLM\"/>").at("S").hasProviders("NTLM");
        with("<remove value=\"Negotiate\"/><add value=\"Negotiate\"/>").at("S").hasProviders("NTLM", "Negotiate");
    }

    @Test
    void entriesWithOtherSecretsAreOthers() {
        String other = "<clear/><add value=\"password=a\"/>\n<add value=\"password=b\"/>";
        with(other).at("S").hasProviders("password=***", "password=***");
        with(other + "<remove value=\"password=a\"/><add value=\"X\"/>").at("S").hasProviders("password=***", "X");
        unlocked()
                .web("C/s", providers(other.replace("=b", "=a")))
                .at("S")
                .fails(ErrorKind.DUPLICATE_ENTRY, "C/s/web.config:3");
    }

    @ParameterizedTest
    @CsvSource({"NTLM", "ntlm"})
    void addingWhatIsInheritedIsADuplicateInAnyCase(String value) {
        String add = providers("\n<add value=\"" + value + "\"/>");
        Server inTag = base().host(location("S", add));
        inTag.at("S").fails(ErrorKind.DUPLICATE_ENTRY, inTag.line("\"" + value + "\"/></providers></windows"));
        inTag.at("T").hasProviders("Negotiate", "NTLM");
        unlocked().web("C/s", add).at("S").fails(ErrorKind.DUPLICATE_ENTRY, "C/s/web.config:3");
    }

    @Test
    void addingTheSameTwiceInOneFileIsADuplicate() {
        unlocked()
                .web("C/s", providers("<clear/>\n<add value=\"X\"/>\n<add value=\"X\"/>"))
                .at("S")
                .fails(ErrorKind.DUPLICATE_ENTRY, "C/s/web.config:4");
    }

    @Test
    void removingWithoutAKeyRemovesNothing() {
        with("<remove/>").at("S").hasProviders("Negotiate", "NTLM");
    }

    @Test
    void removingWhatIsNotThereIsAcceptedSilently() {
        with("<remove value=\"Kerberos\"/>").at("S").hasProviders("Negotiate", "NTLM");
    }

    @Test
    void removingIgnoresCase() {
        with("<remove value=\"negotiate\"/>").at("S").hasProviders("NTLM");
    }

    @Test
    void clearingLeavesAnEmptyList() {
        with("<clear/>").at("S").hasProviders();
        with("<clear/>").at("S/a").hasProviders();
    }

    @Test
    void anEmptyListElementChangesNothing() {
        with("").at("S").hasProviders("Negotiate", "NTLM");
    }

    @Test
    void addingWithoutAKeyIsUnknown() {
        with("<add/>").at("S").isUnknown("without value");
        with("<add value=\"\"/>").at("S").isUnknown("without value");
    }

    @Test
    void aDirectiveThatTheListDoesNotHaveIsAnError() {
        unlocked()
                .web("C/s", providers("\n<delete value=\"NTLM\"/>"))
                .at("S")
                .fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
    }

    @Test
    void anAttributeThatEntriesDoNotHaveIsAnError() {
        unlocked()
                .web("C/s", providers("\n<add value=\"X\" name=\"y\"/>"))
                .at("S")
                .fails(ErrorKind.UNRECOGNIZED_ATTRIBUTE, "C/s/web.config:3");
    }

    @Test
    void extendedProtectionIsAListItselfWithDirectivesOfItsOwn() {
        Server server = unlocked()
                .everywhere("", "<extendedProtection><spn name=\"HTTP/x\"/><spn name=\"HTTP/y\"/></extendedProtection>")
                .web("C/s", windows("", "<extendedProtection><removeSpn name=\"http/X\"/></extendedProtection>"))
                .web(
                        "C/s/a",
                        windows("", "<extendedProtection><clearSpns/><spn name=\"HTTP/z\"/></extendedProtection>"));
        server.at("").hasEntries("extendedProtection", "HTTP/x", "HTTP/y");
        server.at("S").hasEntries("extendedProtection", "HTTP/y");
        server.at("S/a").hasEntries("extendedProtection", "HTTP/z");
    }

    @Test
    void theUsualDirectivesAreNoneOfExtendedProtection() {
        unlocked()
                .web("C/s", windows("", "<extendedProtection>\n<clear/><add name=\"HTTP/x\"/></extendedProtection>"))
                .at("S")
                .fails(ErrorKind.UNDECLARED, "C/s/web.config:3");
    }

    @Test
    void defaultDocumentsOfLowerFilesStandFirstInTheirOwnOrder() {
        String host = "<system.webServer><defaultDocument><files><add value=\"a\"/><add value=\"b\"/></files>"
                + "</defaultDocument></system.webServer>";
        String web = "<system.webServer><defaultDocument><files><add value=\"x\"/><add value=\"y\"/></files>"
                + "</defaultDocument></system.webServer>";
        base().host(host)
                .web("C/s", web)
                .at("S", "system.webServer/defaultDocument")
                .hasEntries("files", "x", "y", "a", "b");
    }

    @Test
    void aListChangedByALowerFileStaysAsItWasAbove() {
        Server server = unlocked().web("C/s", providers("<clear/>"));
        server.at("S").hasProviders();
        server.at("").hasProviders("Negotiate", "NTLM");
        server.at("T").hasProviders("Negotiate", "NTLM");
    }

    @Test
    void aListIsTheSameHoweverManyDirectivesThereAre() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            many.append("<add value=\"p").append(i).append("\"/>");
        }
        for (int i = 19; i >= 0; i--) {
            many.append("<remove value=\"P").append(i).append("\"/>");
        }
        with(many + "<remove value=\"NTLM\"/><add value=\"p3\"/>").at("S").hasProviders("Negotiate", "p3");
    }

    @Test
    void aDuplicateIsFoundHoweverManyDirectivesThereAre() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            many.append("<add value=\"p").append(i).append("\"/>");
        }
        Server server = base().host(location("S", providers(many + "\n<add value=\"P7\"/>")));
        server.at("S").fails(ErrorKind.DUPLICATE_ENTRY, server.line("P7"));
    }
}
