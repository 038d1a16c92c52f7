package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.rule.Documents;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.xml.LocatedElement;
import java.util.List;
import org.dom4j.DocumentException;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IisFunctionsTest {

    @Test
    void compares_names_as_iis_does() throws Exception {
        Element root = xml("<a x='Negotiate'><b v='NTLM'/><b v='negotiate'/></a>");

        assertThat(SafeXPath.compile("iis:lower(@x)").string(root)).isEqualTo("negotiate");
        assertThat(SafeXPath.compile("iis:same(@x, 'NEGOTIATE')").holds(root)).isTrue();
        assertThat(SafeXPath.compile("iis:same(@x, 'Negotiat')").holds(root)).isFalse();
        assertThat(SafeXPath.compile("iis:has(b/@v, @x)").holds(root)).isTrue();
        assertThat(SafeXPath.compile("iis:has(b/@v, 'Kerberos')").holds(root)).isFalse();
        assertThat(SafeXPath.compile("iis:first-segment('Site/app/x')").string(root))
                .isEqualTo("Site");
        assertThat(SafeXPath.compile("iis:first-segment('Site')").string(root)).isEqualTo("Site");
    }

    @ParameterizedTest
    @CsvSource({
        "WEB01, true, true",
        "web01, true, true",
        "web01.contoso.com, false, true",
        "web010, false, false",
        "contoso, false, false",
        "'', false, false"
    })
    void tells_the_names_of_the_server(String name, boolean isServer, boolean isHost) throws Exception {
        Element x = xml("<scope computer='Web01$'><x/></scope>").element("x");

        assertThat(SafeXPath.compile("iis:is-server('" + name + "')").holds(x)).isEqualTo(isServer);
        assertThat(SafeXPath.compile("iis:is-server-host('" + name + "')").holds(x))
                .isEqualTo(isHost);
    }

    @Test
    void tells_jaxen_the_names_of_the_server_too() throws Exception {
        Element x = xml("<scope computer='Web01$'><x/></scope>").element("x");

        assertThat(SafeXPath.compile("iis:is-server('web01') and not(lang('en'))")
                        .holds(x))
                .isTrue();
        assertThat(SafeXPath.compile("iis:is-server-host('web01.b') and not(lang('en'))")
                        .holds(x))
                .isTrue();
        assertThat(SafeXPath.compile("iis:is-server('web01')").holds(xml("<configuration/>")))
                .isFalse();
    }

    @Test
    void names_the_account_that_the_pool_has_on_the_network() throws Exception {
        assertThat(account("real", "identityType='SpecificUser' userName='CONTOSO\\svc'"))
                .isEqualTo("CONTOSO\\svc");
        assertThat(account("real", "identityType='SpecificUser' userName=''"))
                .isEqualTo("the pool's user (of whom no name is written)");
        assertThat(account("real", "identityType='ApplicationPoolIdentity'")).isEqualTo("the computer account WEB01$");
        assertThat(account("assumed", "identityType='NetworkService'")).contains("not known");
        assertThat(account("real", "identityType='LocalService'")).contains("anonymous");
        assertThat(SafeXPath.compile("iis:account()").string(xml("<configuration/>")))
                .isEmpty();
    }

    private static String account(String host, String identity) throws Exception {
        return SafeXPath.compile("iis:account()")
                .string(xml("<scope computer='WEB01$' host='" + host + "'><applicationPool><processModel " + identity
                        + "/></applicationPool></scope>"));
    }

    @Test
    void names_the_host_names_of_the_site() throws Exception {
        Element scope = xml("<scope><site><binding protocol='https' host='A.contoso.com'/>"
                + "<binding protocol='http' host='a.contoso.com'/><binding protocol='http' host=''/>"
                + "<binding protocol='net.tcp' host='t'/><binding protocol='http' host='*.b.com'/></site><x/></scope>");
        Element x = scope.element("x");

        assertThat(SafeXPath.compile("iis:host-names()").string(x)).isEqualTo("a.contoso.com, *.b.com");
        assertThat(SafeXPath.compile("iis:spns()").string(x)).isEqualTo("HTTP/a.contoso.com");
        assertThat(SafeXPath.compile("iis:spns()").string(xml("<scope/>"))).isEmpty();
    }

    @Test
    void tells_defaults_from_what_was_written() throws Exception {
        EffectiveElement element = Documents.element("windowsAuthentication", "<x enabled='true'/>", "useKernelMode");

        assertThat(SafeXPath.compile("iis:is-default(@useKernelMode)").holds(element))
                .isTrue();
        assertThat(SafeXPath.compile("iis:is-default(@enabled)").holds(element)).isFalse();
        assertThat(SafeXPath.compile("iis:is-default(@none)").holds(element)).isFalse();
        assertThat(SafeXPath.compile("iis:is-default(.)").holds(new EffectiveAttribute("a", "b", null)))
                .isFalse();
    }

    @Test
    void tells_in_which_file_a_written_node_stands() throws Exception {
        Element location = Documents.written(
                        "C/site/web.config", "<configuration><location path='Site'/></configuration>")
                .element("location");

        assertThat(SafeXPath.compile("iis:file()").string(location)).isEqualTo("C/site/web.config");
        assertThat(SafeXPath.compile("iis:file()").string(location.attribute("path")))
                .isEqualTo("C/site/web.config");
        assertThat(SafeXPath.compile("iis:file()").string(Documents.element("scope", "<x/>")))
                .isEmpty();
    }

    @Test
    void tells_whether_a_written_file_lies_in_a_site_that_somebody_named() throws Exception {
        assertThat(isIn("SITE", List.of("Other/a", "Site/app"), Host.REAL)).isTrue();
        assertThat(isIn("Site2", List.of("Site/app"), Host.REAL)).isFalse();
        assertThat(isIn("app", List.of("Site/app"), Host.REAL)).isFalse();
        assertThat(isIn("", List.of(""), Host.REAL)).isFalse();
        assertThat(isIn("Site", List.of("Site"), Host.ASSUMED)).isFalse();
        assertThat(SafeXPath.compile("iis:lies-in('Site')").holds(xml("<scope path='Site'/>")))
                .isFalse();
    }

    @Test
    void tells_what_kind_of_host_a_written_file_is_of() throws Exception {
        LocatedElement root = Documents.written("applicationHost.config", "<configuration/>");
        FileSites sites = FileSites.of(new WrittenFile("applicationHost.config", root, List.of(""), Host.DEVELOPMENT));

        assertThat(SafeXPath.compile("iis:host()").string(root, Focus.in(root.getDocument(), sites)))
                .isEqualTo("development");
        assertThat(SafeXPath.compile("iis:host()").string(xml("<scope host='real'/>")))
                .isEmpty();
    }

    private static boolean isIn(String site, List<String> paths, Host host) throws Exception {
        LocatedElement root = Documents.written("web.config", "<configuration/>");
        FileSites sites = FileSites.of(new WrittenFile("web.config", root, paths, host));
        return SafeXPath.compile("iis:lies-in('" + site + "')").holds(root, Focus.in(root.getDocument(), sites));
    }

    private static Element xml(String text) throws DocumentException {
        return DocumentHelper.parseText(text).getRootElement();
    }
}
