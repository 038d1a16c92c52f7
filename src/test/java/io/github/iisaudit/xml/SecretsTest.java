package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    /** What must not be seen; pieces of it neither. */
    private static final String SECRET = "Hunter2swordfish";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<processModel userName='u' password='§'/>",
                "<a userPassword = \"§\"/>",
                "<machineKey validationKey='§' decryptionKey=\"§\"/>",
                "<add key='SmtpPassword' value='§'/>",
                "<add value='§' key='ApiKey'/>",
                "<add\n  value='§'\n  key='Some:ClientSecret'/>",
                "<add key='DB_PASS' value='§'/>",
                "<add key='PasswordForTest' value='§'/>",
                "<add key='Token_2' value='§'/>",
                "<add name='Authorization' value='Basic §'/>",
                "<environmentVariable name=\"DB_PASSWORD\" value=\"§\"/>",
                "<environmentVariable name=\"DB_PASSW&#79;RD\" value=\"§\"/>",
                "<add connectionString='Server=s;Password=§;Encrypt=true'/>",
                "<add connectionString='Server=s;Pwd = §'/>",
                "<add connectionString=\"Server=s;Password=&quot;§;§&quot;;x=y\"/>",
                "<add connectionString=\"Server=s;Password=&quot;a&quot;&quot;§&quot;;x=y\"/>",
                "<add connectionString=\"Server=s;Password=&#34;§&#x22;\"/>",
                "<add connectionString=\"Server=s;Password='§;§';x=y\"/>",
                "<add connectionString=\"Server=s;Password=a'§;x=y\"/>",
                "<add connectionString=\"Server=s;pass&#119;ord&#61;§;x=y\"/>",
                "<add connectionString='meta;provider connection string=\"data source=s;password=§\"'/>",
                "<add connectionString='AccountName=n;AccountKey=§==;EndpointSuffix=x'/>",
                "<add connectionString='Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=§='/>",
                "<add value='https://x.net/c?sv=2020&amp;sig=§%3D&amp;se=1'/>",
                "<add value='BlobEndpoint=https://x;SharedAccessSignature=sv=1&amp;sig=§'/>",
                "<add value='https://user:§@host/p'/>",
                "<add value='https://user:a@§@host/p'/>",
                "<aspNetCore arguments='a.dll --password § --x y'/>",
                "<aspNetCore arguments='a.dll --db-password=§ --x'/>",
                "<aspNetCore arguments='a.dll /p:§'/>",
                "<aspNetCore arguments='a.dll -p §'/>",
                "<aspNetCore arguments=\"a.dll --token &quot;b §&quot;\"/>",
                "<add value='{\"user\": \"u\", \"password\": \"§\"}'/>",
                "<add value='Bearer §'/>",
                "<add value='eyJhbGciOiJIUzI1NiJ9.§.§'/>",
                "<add value='-----BEGIN RSA PRIVATE KEY-----\n§\n§\n-----END RSA PRIVATE KEY-----'/>",
                "<k>-----BEGIN PRIVATE KEY-----\n§\n-----END PRIVATE KEY-----</k>",
                "<ApiKey>§</ApiKey>",
                "<password>\n  §\n</password>",
                "<clientSecret><![CDATA[§]]></clientSecret>",
                "<clientSecret><!-- c --><value>§</value></clientSecret>",
                "<setting name='ApiKey' serializeAs='String'>\n<value>§</value>\n</setting>",
                "<connectionString>Server=s;Password=§</connectionString>",
                "<!-- password=\"§\" -->",
                "<!-- <add key='ApiKey' value='§'/> -->",
                "<!-- Pwd=§; -->",
                "<a><![CDATA[password=§]]></a>",
                "<a password='[enc:§'/>",
                "<a password='[enc:§:enc]'/>",
                "<a password='[enc:a:b c §:enc]'/>",
                "<a password='#{§}'/>",
                "<a password='%§%'/>",
                "<a password='registry:§'/>",
                "<a password='§\n\n §'/>",
                "<user name='u' password='§'/>",
                "<network userName='u' password='§'/>",
                "<sessionState sqlConnectionString='data source=s;user id=u;password=§'/>",
                "<x:a xmlns:x='urn:x' x:password='§'/>",
                "<add key='Contraseña' value='§'/>",
                "<add key='MotDePasse' value='§'/>",
                "<add key='mot_de_passe' value='§'/>",
                "<add key='DbKennwort' value='§'/>",
                "<add key='Hasło' value='§'/>",
                "<add key='пароль' value='§'/>",
                "<add key='密码' value='§'/>",
                "<add key='パスワード' value='§'/>",
                "<add key='smtppass' value='§'/>",
                "<add key='DBPASS' value='§'/>",
                "<add key='user.pass.word' value='§'/>",
                "<add key='Pass-Phrase' value='§'/>",
                "<add key='Storage:Key:Value' value='§'/>",
                "<add key='TokenValue' value='§'/>",
                "<add key='JwtSigningKeyBase64' value='§'/>",
                "<add key='PinCode' value='§'/>",
                "<add key='HashSalt' value='§'/>",
                "<environmentVariable name='AWS_ACCESS_KEY_ID' value='§'/>",
                "<add name='Set-Cookie' value='sid=§'/>",
                "<add input='{HTTP_X_API_KEY}' pattern='^§$'/>",
                "<issuedToken value='§'/>",
                "<appender><password value='§'/></appender>",
                "<string name='password'>§</string>",
                "<entry key='password'>§</entry>",
                "<property name='password'><value>§</value></property>",
                "<add key='Password'><value>§</value></add>",
                "<RSAKeyValue><Modulus>abc</Modulus><D>§</D></RSAKeyValue>",
                "<add value='&lt;password&gt;§&lt;/password&gt;'/>",
                "<add value='&lt;add key=\"Password\" value=\"§\"/&gt;'/>",
                "<a><![CDATA[<password>§</password>]]></a>",
                "<add value='https://hooks.slack.com/services/T000/B000/§'/>",
                "<add value='https://discord.com/api/webhooks/1234/§'/>",
                "<add value='https://x.webhook.office.com/webhookb2/§'/>",
                "<add value='ghp_16C7e42F292c§'/>",
                "<add value='a github_pat_11ABCDEFG0§'/>",
                "<add value='xoxb-123456789012-1234567890123-§'/>",
                "<add value='sk_live_4eC39HqL§'/>",
                "<add value='AKIA1234567§'/>",
                "<add value='AIza1234567§'/>",
                "<add value='glpat-1234567§'/>",
                "<add value='SG.123456§.§123456'/>",
                "<add value='npm_1234567§'/>",
                "<add value='https://x/y?code=§'/>",
                "<add value='https://§@host/'/>",
                "<add value='Driver={x};Uid=u;Pwd={a;§};x=y'/>",
                "<add value='curl -u user:§ https://x'/>",
                "<add value='-----BEGIN PGP PRIVATE KEY BLOCK-----\n§\n-----END'/>",
                "<!-- the password is §9 -->"
            })
    void nothing_of_a_secret_is_in_the_tree_or_the_lines(String markup) throws Exception {
        String text = "<c>\n" + markup.replace("§", SECRET) + "\n</c>";
        LocatedElement root = new XmlReader().read("web.config", text.getBytes(StandardCharsets.UTF_8));

        assertThat(root.asXML()).doesNotContain(pieces());
        assertThat(shown(text)).doesNotContain(pieces()).hasSameSizeAs(text);
    }

    private static String[] pieces() {
        String[] pieces = new String[SECRET.length() - 5];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = SECRET.substring(i, i + 6);
        }
        return pieces;
    }

    /** All lines of a file as places tell them. */
    private static String shown(String text) {
        SourceText source = new SourceText("web.config", text);
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= source.line(text.length()); line++) {
            lines.append(line == 1 ? "" : "\n").append(source.shownLine(line));
        }
        return lines.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a password=\"§",
                "<a password=\"§ />\n<b c=\"d\"/>",
                "<a password=\"§ /><b password=\"§\"/>",
                "<a password=\"x<§\"/>",
                "<a password=\"x\n<§\"/>",
                "<a password=\"x\"§\"/>",
                "<a password=§ />",
                "<a b=\"c password=\"§\"/>",
                "<add key=\"ApiKey value=\"§\"/>",
                "<add key=ApiKey value=\"§\"/>",
                "<add key=\"ApiKey\" value=§ />",
                "<add key=\"ApiKey\" value=\"§",
                "<a password='x&bogus;§'/>",
                "<ApiKey>§",
                "<a><ApiKey>§</a>",
                "password=§",
                "<!-- password='§",
                "<a connectionString=\"Server=x;Password=§"
            })
    void nothing_of_a_secret_is_in_the_lines_of_what_is_not_well_formed(String markup) {
        assertThat(shown("<c>\n" + markup.replace("§", SECRET) + "\n</c>")).doesNotContain(pieces());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''",
                "abc|***",
                "[enc:IISWASOnlyAesProvider:c2VjcmV0:enc]|[enc:IISWASOnlyAesProvider:c2VjcmV0:enc]",
                "[enc:x|***",
                "#{Db.Password}|#{***}",
                "${PW}|${***}",
                "$(PW)|$(***)",
                "__PW__|__***__",
                "%PW%|%***%",
                "xxx|********",
                "***|********",
                "Registry:HKLM\\x|registry:***",
                "true|true"
            })
    void a_tree_says_what_form_a_secret_has_and_nothing_else(String written, String seen) throws Exception {
        byte[] file = ("<c password=\"" + written + "\"/>").getBytes(StandardCharsets.UTF_8);

        assertThat(new XmlReader().read("web.config", file).attributeValue("password"))
                .isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c tokenChecking='Require' forwardWindowsAuthToken='x' useAppPoolCredentials='#{x}'/>",
                "<c key='b' publicKeyToken='b77a5c561934e089' passwordFormat='Clear'/>",
                "<c value='System.Web, Version=4.0.0.0, PublicKeyToken=b77a5c561934e089'/>",
                "<machineKey validationKey='AutoGenerate,IsolateApps'/>",
                "<add key='UseToken' value='true'/>",
                "<add name='Bypass' value='x'/>",
                "<add value='http://host:80/a' bindingInformation='*:443:a.b'/>",
                "<add path='Site/pwd=a' physicalPath='C:\\pwd=a'/>",
                "<!-- iisaudit:ignore password-in-clear-text known -->",
                "<c arguments='a.dll --urls http://x:5000 --user u'/>",
                "<add key='PasswordFormat' value='SHA1'/>",
                "<add key='ResetPasswordUrl' value='https://x/reset'/>",
                "<add key='SecretQuestion' value='x'/>",
                "<add key='Secretary' value='x'/>",
                "<add key='Monkey' value='x'/>",
                "<add key='Compass' value='x'/>",
                "<add key='KeyVaultName' value='x'/>",
                "<add input='{HTTP_AUTHORIZATION}' pattern='^(Negotiate|NTLM)'/>",
                "<add value='ssh://git@host/x'/>",
                "<add value='the-key-is-under-the-mat-ghp_short'/>",
                "<rule name='Reset'><match url='x'/></rule>",
                "<add value='SG.Web2.Modules.Authentication'/>",
                "<!-- the key is optional -->"
            })
    void what_is_no_secret_stays(String markup) throws Exception {
        String text = "<c>" + markup + "</c>";

        LocatedElement root = new XmlReader().read("web.config", text.getBytes(StandardCharsets.UTF_8));

        assertThat(root.asXML().replace('"', '\'')).isEqualTo(text);
    }

    @Test
    void columns_stay() {
        assertThat(shown("<a userName='u' password=\"a b\" /> <b c=\"Pwd=&quot;x&quot;;d=e\"/>"))
                .isEqualTo("<a userName='u' password=\"***\" /> <b c=\"Pwd=&quot;*&quot;;d=e\"/>");
        assertThat(shown("<a password=\"x\r\n y\"/>")).isEqualTo("<a password=\"*\n**\"/>");
    }

    @Test
    void a_line_is_shown_as_in_the_whole_of_its_file() {
        String[] pieces = {
            "<a ",
            "password='x",
            "' ",
            "key='Token'",
            " value='v'",
            "/>",
            ">",
            "</a>",
            "\n",
            "\n",
            "<!-- ",
            " -->",
            "pwd=q;",
            "\"",
            "<setting name='Secret'>",
            "<value>",
            "t",
            "</value></setting>",
            "&quot;",
            "&amp;"
        };
        Random random = new Random(20_261_129);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String shown = shown(text.toString());
            String whole = MarkupMask.mask(text.toString());
            for (int at = 0; at < whole.length(); at++) {
                boolean isSafe = shown.charAt(at) == whole.charAt(at) || shown.charAt(at) == '*';
                assertThat(isSafe).as(text + " at " + at).isTrue();
            }
        }
    }

    @Test
    void a_complaint_quotes_no_part_of_a_secret() {
        for (String text :
                List.of("<c>\n<a password='ab&Hunter2;c'/></c>", "<c><a password=\"x\"Hunter2=\"y\"/></c>")) {
            assertThat(complaint(text)).doesNotContain("Hunter2");
        }
    }

    private static String complaint(String text) {
        try {
            new XmlReader().read("web.config", text.getBytes(StandardCharsets.UTF_8));
            return "none";
        } catch (UnreadableXmlException e) {
            return e.getMessage() + " " + e.span().source().shownLine(e.span().line());
        }
    }

    @Test
    void a_later_version_hides_what_it_takes_over() throws Exception {
        String first = "<c>\n<a password='Hunter2'/>\n" + "<b/>\n".repeat(40) + "<d e='1'/>\n</c>";
        XmlReader reader = XmlReader.remembering();
        reader.read("web.config", first.getBytes(StandardCharsets.UTF_8));
        LocatedElement later =
                reader.read("web.config", first.replace("'1'", "'pwd=2'").getBytes(StandardCharsets.UTF_8));

        assertThat(later.asXML()).doesNotContain("Hunter2").contains("password=\"***\"", "e=\"pwd=***\"");
    }
}
