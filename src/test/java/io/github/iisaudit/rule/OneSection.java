package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.xml.LocatedElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dom4j.Element;

/** One section of one server, and rules about it. */
final class OneSection {

    static final String HOST = """
            <configuration>
              <location path="Site">
                <system.webServer><security>
                  <access sslFlags="None" password="secret" />
                </security></system.webServer>
              </location>
            </configuration>
            """;

    static final LocatedElement ROOT = Documents.written("inetsrv/applicationHost.config", HOST);

    private OneSection() {}

    static EffectiveElement access() {
        return Documents.element("access", Documents.find(ROOT, "access"), "negotiate")
                .part("system.webServer/security/access");
    }

    /** A scope with one section, system.webServer/security/access. */
    static EffectiveElement scope(String path, Element access) {
        EffectiveElement scope = new EffectiveElement("scope", null);
        scope.add(new EffectiveAttribute("path", path, null));
        EffectiveElement group = new EffectiveElement("system.webServer", null);
        EffectiveElement security = new EffectiveElement("security", null);
        security.add(access);
        group.add(security);
        scope.add(group);
        return scope;
    }

    static Finding only(Rule rule, EffectiveElement... scopes) {
        List<Finding> findings = findings(rule, scopes);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    static List<Finding> findings(Rule rule, EffectiveElement... scopes) {
        Checker checker = new Checker(List.of(rule), "WEB01", "root");
        for (EffectiveElement scope : scopes) {
            checker.check(new FixedScope(scope.attributeValue("path"), scope));
        }
        return checker.findings();
    }

    static Rule rule(String flag, String cases) throws RuleException {
        return rule(flag, cases, "<fix>do it</fix>");
    }

    static Rule rule(String flag, String cases, String fixes) throws RuleException {
        return rule(flag, cases, fixes, "section='system.webServer/security/access'");
    }

    static Rule rule(String flag, String cases, String fixes, String attributes) throws RuleException {
        String text = "<rule id='a-rule' severity='warning' confidence='high' " + attributes + "><title>t</title><flag>"
                + flag + "</flag><message>It is {string(.)}.</message>" + cases + fixes
                + "<references><ref href='x'>x</ref></references><examples/></rule>";
        return new RuleReader(section -> true, 0).read("a-rule.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private record FixedScope(String path, Element document) implements Scope {

        @Override
        public Set<String> sectionNames() {
            return sections().stream().map(EffectiveSection::name).collect(Collectors.toSet());
        }

        @Override
        public Kind kind() {
            return Kind.SITE;
        }

        @Override
        public String applicationPool() {
            return "";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public List<EffectiveSection> sections() {
            return List.of(new EffectiveSection(
                    "system.webServer/security/access",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
    }
}
