package io.github.iisaudit.source;

import static io.github.iisaudit.source.Tree.path;
import static io.github.iisaudit.source.Tree.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RepositoryTest {

    @TempDir
    Path temp;

    private Tree shop;

    @BeforeEach
    void start() {
        shop = new Tree(temp.resolve("shop"));
    }

    @Test
    void each_top_most_folder_with_a_web_config_is_a_site_of_a_stock_server() throws Exception {
        shop.withWeb("src/Web/Web.config").withWeb("src/Web/Views/web.config").withWeb("src/Api/WEB.CONFIG");
        ConfigSource source = shop.source();
        assertThat(source.name()).isEqualTo("shop");
        assertThat(source.host()).isEqualTo(ConfigSource.Host.ASSUMED);
        assertThat(path(source.applicationHost())).isEqualTo("(stock) applicationHost.config");
        assertThat(sites(source)).containsExactly("Api 1 R:\\src\\Api", "Web 2 R:\\src\\Web");
        assertThat(path(source.file("R:\\src\\Api", "web.config"))).isEqualTo("src/Api/WEB.CONFIG");
        assertThat(source.foldersWithWebConfig("R:\\src\\Web")).containsExactly("Views");
        assertThat(path(source.file("R:\\src\\Web", "Views/web.config"))).isEqualTo("src/Web/Views/web.config");
        assertThat(source.beside("redirection.config")).isEqualTo(new Lookup.Absent());
    }

    @Test
    void a_web_config_at_the_root_makes_the_repository_one_site() throws Exception {
        shop.withWeb("web.config").withWeb("admin/web.config");
        ConfigSource source = shop.source();
        assertThat(sites(source)).containsExactly("shop 1 R:\\");
        assertThat(path(source.file("R:\\", "web.config"))).isEqualTo("web.config");
        assertThat(source.foldersWithWebConfig("R:\\")).containsExactly("admin");
    }

    @Test
    void sites_of_one_name_go_by_their_relative_paths() throws Exception {
        shop.withWeb("old/Web/web.config").withWeb("new/web/web.config").withWeb("Api/web.config");
        assertThat(sites(shop.source()))
                .containsExactly("Api 1 R:\\Api", "new.web 2 R:\\new\\web", "old.Web 3 R:\\old\\Web");
    }

    @Test
    void names_that_are_still_the_same_get_a_number() throws Exception {
        shop.withWeb("a/b/web.config")
                .withWeb("x/b/web.config")
                .withWeb("y/a.b/web.config")
                .withWeb("z/a.b/web.config");
        shop.withWeb("a.b/web.config");
        assertThat(sites(shop.source()))
                .extracting(site -> site.substring(0, site.indexOf(" R:")))
                .doesNotHaveDuplicates();
    }

    @Test
    void odd_names_are_kept_apart_from_xml_and_from_variables() throws Exception {
        shop.withWeb("a & <b> \"c\"/web.config").withWeb("100%sure%/web.config").withWeb("what?/web.config");
        ConfigSource source = shop.source();
        assertThat(sites(source))
                .containsExactly("100%sure% 1 R:\\100%sure%", "a & <b> \"c\" 2 R:\\a & <b> \"c\"", "what_ 3 R:\\what?");
        assertThat(path(source.file("R:\\100%sure%", "web.config"))).isEqualTo("100%sure%/web.config");
        assertThat(path(source.file("R:\\what?", "web.config"))).isEqualTo("what?/web.config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin", "obj", "node_modules", "packages", ".git", ".vs"})
    void folders_of_tools_hold_no_sites(String folder) throws Exception {
        shop.withWeb("Web/web.config").withWeb(folder + "/x/web.config").withWeb("Web/" + folder + "/web.config");
        ConfigSource source = shop.source();
        assertThat(sites(source)).containsExactly("Web 1 R:\\Web");
        assertThat(source.foldersWithWebConfig("R:\\Web")).isEmpty();
    }

    @Test
    void transforms_are_no_configuration() throws Exception {
        shop.withWeb("Web/Web.Release.config").withWeb("Web/web.config.bak");
        assertThat(new Tree(temp).open("shop").sources()).isEmpty();
    }

    @Test
    void visual_studios_copy_for_iis_express_does_not_make_it_a_server() throws Exception {
        shop.withHost(".vs/config/applicationhost.config").withWeb("Web/web.config");
        assertThat(shop.source().host()).isEqualTo(ConfigSource.Host.ASSUMED);
    }

    @Test
    void the_stock_server_is_locked_and_windows_authentication_is_off() throws Exception {
        Document stock = parse(shop.withWeb("web.config").source());
        assertThat(section(stock, "windowsAuthentication").getAttribute("overrideModeDefault"))
                .isEqualTo("Deny");
        assertThat(section(stock, "authorization").getAttribute("overrideModeDefault"))
                .isEqualTo("Allow");
        assertThat(section(stock, "modules").getAttribute("allowDefinition")).isEqualTo("MachineToApplication");
        Element windows =
                (Element) stock.getElementsByTagName("windowsAuthentication").item(0);
        assertThat(windows.getAttribute("enabled")).isEqualTo("false");
        assertThat(windows.hasAttribute("useKernelMode")).isFalse();
        assertThat(values(windows.getElementsByTagName("add"), "value")).containsExactly("Negotiate", "NTLM");
        Element location = (Element) stock.getElementsByTagName("location").item(0);
        assertThat(location.getAttribute("overrideMode")).isEqualTo("Allow");
        assertThat(values(location.getElementsByTagName("add"), "name"))
                .contains("WindowsAuthenticationModule", "StaticFile")
                .doesNotHaveDuplicates();
    }

    private static Element section(Document stock, String name) {
        NodeList sections = stock.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            String group = ((Element) section.getParentNode()).getAttribute("name");
            if (section.getAttribute("name").equals(name) && !group.equals("system.ftpServer")) {
                return section;
            }
        }
        throw new AssertionError(name);
    }

    private static List<String> sites(ConfigSource source) throws Exception {
        NodeList sites = parse(source).getElementsByTagName("site");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < sites.getLength(); i++) {
            Element site = (Element) sites.item(i);
            Element folder =
                    (Element) site.getElementsByTagName("virtualDirectory").item(0);
            found.add(String.join(
                    " ", site.getAttribute("name"), site.getAttribute("id"), folder.getAttribute("physicalPath")));
        }
        return found;
    }

    private static List<String> values(NodeList elements, String attribute) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static Document parse(ConfigSource source) throws Exception {
        InputSource xml = new InputSource(new StringReader(text(source.applicationHost())));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
}
