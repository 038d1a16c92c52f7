package io.github.iisaudit.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.dom4j.DocumentException;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingFunctionsTest {

    private static final String MODULES = "<globalModules><add name='WindowsAuthenticationModule'/></globalModules>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<add accessType='Allow' users='*'/> | *",
                "<add accessType='Allow' users='?'/> | *",
                "<add accessType='Allow' users='A\\ann, ?'/> | *",
                "<add accessType='Allow' users='A\\ann'/> | ''",
                "<add accessType='Allow' roles='Administrators'/> | ''",
                "<add accessType='Allow' roles='Everyone'/> | *",
                "<add accessType='Allow' roles='BUILTIN\\Users'/> | *",
                "<add accessType='Allow' users='*'/><add accessType='Deny' users='?'/> | ''",
                "<add accessType='Deny' users='?'/><add accessType='Allow' users='?'/> | ''",
                "<add accessType='Deny' users='A\\bob, *'/> | ''",
                "<add accessType='Allow' users='*'/><add accessType='Deny' users='A\\bob'/> | *",
                "<add accessType='Allow' users='*'/><add accessType='Deny' roles='Guests'/> | *",
                "<add accessType='Allow' users='*' verbs='GET, HEAD'/> | GET, HEAD",
                "<add accessType='Allow' users='*'/><add accessType='Deny' users='?' verbs='POST'/> | all verbs but POST",
                "<add accessType='Allow' users='*'/><add accessType='Deny' users='?' verbs='*'/> | ''",
                "'' | ''",
                "<error kind='x'/> | *"
            })
    void replays_the_authorization_rules_of_iis_for_the_anonymous_user(String rules, String open) throws Exception {
        assertThat(openVerbs("system.webServer", rules)).isEqualTo(open.equals("''") ? "" : open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<deny users='?'/> | ''",
                "<allow users='*'/><deny users='?'/> | *",
                "<deny users='?'/><allow users='*'/> | ''",
                "<allow roles='Admins'/><deny users='*'/> | ''",
                "<allow users='A\\ann, A\\bob'/><deny users='A\\eve,?'/> | ''",
                "<allow users='A\\ann'/> | *",
                "<deny roles='Guests'/> | *",
                "<allow roles='Everyone'/><deny users='*'/> | *",
                "<deny users='?' verbs='POST,PUT'/> | all verbs but POST, PUT",
                "<allow users='*' verbs='GET'/><deny users='*'/> | GET",
                "'' | *"
            })
    void replays_those_of_asp_net_in_their_order(String rules, String open) throws Exception {
        assertThat(openVerbs("system.web", rules)).isEqualTo(open.equals("''") ? "" : open);
    }

    private static String openVerbs(String group, String rules) throws Exception {
        String section = "<authorization>" + (rules.equals("''") ? "" : rules) + "</authorization>";
        Element scope = xml("<scope><" + group + ">" + section + "</" + group + "></scope>");
        String xpath = "iis:open-verbs(" + group + "/authorization)";
        String ours = SafeXPath.compile(xpath).string(scope);
        assertThat(SafeXPath.compile("concat(" + xpath + ", substring('', 1, 0 * lang('en')))")
                        .string(scope))
                .isEqualTo(ours);
        return ours;
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "'<modules><add name=\"WindowsAuthenticationModule\"/></modules>', true",
        "'<modules><add name=\"Other\"/></modules>', false",
        "'<modules/>', false",
        "'<modules><error kind=\"section-locked\"/></modules>', true"
    })
    void tells_whether_a_module_runs_at_the_path(String modules, boolean runs) throws Exception {
        Element scope = xml("<scope><system.webServer>" + MODULES + modules + "</system.webServer></scope>");

        String ours = "iis:module-runs('WindowsAuthenticationModule')";
        assertThat(SafeXPath.compile(ours).holds(scope)).isEqualTo(runs);
        assertThat(SafeXPath.compile(ours + " and not(lang('en'))").holds(scope))
                .isEqualTo(runs);
        assertThat(SafeXPath.compile("iis:module-runs('Unloaded')").holds(scope))
                .isFalse();
    }

    @Test
    void takes_modules_that_nobody_lists_for_there() throws Exception {
        Element scope =
                xml("<scope><system.webServer><modules><add name='X' type='X'/></modules></system.webServer></scope>");

        assertThat(SafeXPath.compile("iis:module-runs('WindowsAuthenticationModule')")
                        .holds(scope))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'Ssl, Ssl128', http, real, true",
        "'Ssl', HTTPS, real, false",
        "'SslNegotiateCert', http, real, false",
        "'None', http, real, false",
        "'Ssl', net.tcp, real, false",
        "'Ssl', http, assumed, false"
    })
    void tells_where_no_request_gets_in(String flags, String protocol, String host, boolean isClosed) throws Exception {
        Element scope = xml("<scope host='" + host + "'><site><binding protocol='" + protocol + "'/></site>"
                + "<system.webServer><security><access sslFlags='" + flags + "'/><authentication>"
                + "<windowsAuthentication enabled='true'/></authentication></security></system.webServer></scope>");

        for (String also : new String[] {"", " and not(lang('en'))"}) {
            assertThat(SafeXPath.compile("iis:is-closed()" + also).holds(scope)).isEqualTo(isClosed);
            assertThat(SafeXPath.compile("iis:windows-logon()" + also).holds(scope))
                    .isEqualTo(!isClosed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v4.0, '', true",
        "'', '', false",
        "v4.0, 'path=\"*\" verb=\"*\" modules=\"AspNetCoreModuleV2\"', false",
        "v4.0, 'path=\"*\" verb=\"*\" modules=\"iisnode\" resourceType=\"Unspecified\"', false",
        "v4.0, 'path=\"*\" verb=\"*\" modules=\"httpPlatformHandler\"', false",
        "v4.0, 'path=\"*.php\" verb=\"*\" modules=\"FastCgiModule\"', true",
        "v4.0, 'path=\"*\" verb=\"OPTIONS\" modules=\"ProtocolSupportModule\"', true",
        "v4.0, 'path=\"*\" verb=\"*\" modules=\"StaticFileModule\" resourceType=\"Either\"', true",
        "v2.0, 'path=\"*\" verb=\"*\" modules=\"IsapiModule\" scriptProcessor=\"C:\\x\\aspnet_isapi.dll\"', true",
        "v2.0, 'path=\"*\" verb=\"*\" modules=\"IsapiModule\" scriptProcessor=\"C:\\x\\isapi_redirect.dll\"', false"
    })
    void tells_where_asp_net_runs(String runtime, String handler, boolean runs) throws Exception {
        String handlers = handler.isEmpty() ? "" : "<handlers><add " + handler + "/></handlers>";
        Element scope =
                xml("<scope><applicationPool managedRuntimeVersion='" + runtime + "'/>" + handlers + "</scope>");

        String ours = "iis:runs-asp-net(applicationPool, handlers)";
        assertThat(SafeXPath.compile(ours).holds(scope)).isEqualTo(runs);
        assertThat(SafeXPath.compile(ours + " and not(lang('en'))").holds(scope))
                .isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:80:, '', true",
        "127.8.9.10:80:intranet, intranet, true",
        "[::1]:80:, '', true",
        "[0:0:0:0:0:0:0:1]:80:, '', true",
        "*:80:localhost, LocalHost, true",
        "*:80:, '', false",
        "*:80:127.example.com, 127.example.com, false",
        "1.127.0.0:80:, '', false",
        "[::]:80:, '', false",
        "[fe80::1]:80:, '', false",
        "*:80:localhost.contoso.com, localhost.contoso.com, false",
        "'', '', false"
    })
    void tells_bindings_that_answer_to_the_machine_itself(String information, String host, boolean is)
            throws Exception {
        Element site = xml("<site><binding bindingInformation='" + information + "' host='" + host + "'/></site>");

        assertThat(SafeXPath.compile("iis:is-loopback(binding)").holds(site)).isEqualTo(is);
        assertThat(SafeXPath.compile("iis:is-loopback(binding) and not(lang('en'))")
                        .holds(site))
                .isEqualTo(is);
        assertThat(SafeXPath.compile("binding[iis:is-loopback(.)]").holds(site)).isEqualTo(is);
    }

    private static Element xml(String text) throws DocumentException {
        return DocumentHelper.parseText(text).getRootElement();
    }
}
