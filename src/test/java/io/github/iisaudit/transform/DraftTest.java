package io.github.iisaudit.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final String BASE = """
            <?xml version="1.0"?>
            <configuration>
              <list>
                <add key="a" value="1" />
                <add key="b" value="2" />
                <add key="b" value="3" />
              </list>
            </configuration>
            """;

    @Test
    void setAttributesChangesEachElementThatIsMeant() {
        assertThat(list("<add key='b' value='x' xdt:Transform='SetAttributes(value)' xdt:Locator='Match(key)'/>"))
                .contains("""
                            <add key="a" value="1" />
                            <add key="b" value="x" />
                            <add key="b" value="x" />
                        """);
    }

    @Test
    void replaceChangesTheFirstOnlyAndWarns() {
        Draft draft = transformed("<add key='b' xdt:Transform='Replace' xdt:Locator='Match(key)'/>");
        assertThat(draft.text()).contains("""
                            <add key="a" value="1" />
                            <add key="b"/>
                            <add key="b" value="3" />
                        """);
        assertThat(told(draft))
                .containsExactly(
                        "warning 1:99 Replace is for one element, and 2 are selected:" + " only the first is changed");
    }

    @Test
    void anAttributeWithAPrefixTakesThePlaceOfTheOneInItsNamespace() throws UnreadableXmlException {
        Draft draft =
                Draft.read("web.config", "<a xmlns:n=\"urn:n\" n:b=\"1\" c=\"2\" />".getBytes(StandardCharsets.UTF_8));
        String transform = "<a xmlns:n='urn:n' xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'"
                + " n:b='3' xdt:Transform='SetAttributes'/>";
        draft.transform("web.x.config", transform.getBytes(StandardCharsets.UTF_8));
        assertThat(draft.text()).isEqualTo("<a xmlns:n=\"urn:n\" c=\"2\" n:b=\"3\" />");
    }

    @Test
    void removeAllTakesAwayLinesAsWhole() {
        assertThat(list("<add key='b' xdt:Transform='RemoveAll' xdt:Locator='Match(key)'/>"))
                .contains("""
                          <list>
                            <add key="a" value="1" />
                          </list>
                        """);
    }

    @Test
    void whatIsInsertedIsAsDeepAsItsNeighbours() {
        assertThat(list("<add key='c' xdt:Transform='Insert'/>"
                        + "<add key='d' xdt:Transform=\"InsertBefore(/configuration/list/add[@key='a'])\"/>"
                        + "<add key='e' xdt:Transform=\"InsertAfter(add[@key='a'])\"/>"))
                .contains("""
                          <list>
                            <add key="d"/>
                            <add key="a" value="1" />
                            <add key="e"/>
                            <add key="b" value="2" />
                            <add key="b" value="3" />
                            <add key="c"/>
                          </list>
                        """);
    }

    @Test
    void insertIfMissingLooksForTheElementThatItsLocatorMeans() {
        String twice = "<add key='c' xdt:Transform='InsertIfMissing' xdt:Locator='Match(key)'/>";
        assertThat(list(twice + twice)).containsOnlyOnce("key=\"c\"");
        assertThat(list("<add key='c' xdt:Transform='InsertIfMissing'/>")).doesNotContain("key=\"c\"");
    }

    @Test
    void whatStandsInAnInsertedElementIsCarriedOutAsWell() {
        assertThat(apply(
                                "<configuration><new xdt:Transform='Insert'><in xdt:Transform='Insert'/></new></configuration>")
                        .text())
                .contains("<in/>\n    <in/>");
    }

    @Test
    void removeAttributesAndTokensReadTheTarget() {
        assertThat(list("<add key='a' xdt:Transform='RemoveAttributes(value)' xdt:Locator='Match(key)'/>"))
                .contains("<add key=\"a\" />");
        assertThat(list("<add key='a' value='$(key)-$(value)' xdt:Transform='SetTokenizedAttributes(value)'"
                        + " xdt:Locator='Match(key)'/>"))
                .contains("<add key=\"a\" value=\"a-1\" />");
    }

    @Test
    void anUnknownTokenEndsTheRunWithoutAnError() {
        Draft draft = transformed("<add key='a' value='$(zz)' xdt:Transform='SetTokenizedAttributes(value)'"
                + " xdt:Locator='Match(key)'/>");
        assertThat(draft.isWritten()).isFalse();
        assertThat(draft.messages().get(0).severity()).isEqualTo(Message.Severity.FAILURE);
    }

    @Test
    void commentOutKeepsWhatItHides() {
        assertThat(list("<add key='a' xdt:Transform='CommentOut' xdt:Locator='Match(key)'/>"))
                .contains("    <!--<add key=\"a\" value=\"1\" />-->\n");
    }

    @Test
    void locatorsSelectByConditionAndByXPath() {
        assertThat(list("<add value='x' xdt:Transform='SetAttributes' xdt:Locator=\"Condition(@value='3')\"/>"))
                .contains("value=\"2\"", "<add key=\"b\" value=\"x\" />");
        assertThat(
                        list(
                                "<z value='x' xdt:Transform='SetAttributes' xdt:Locator=\"XPath(//add[starts-with(@key, 'a')])\"/>"))
                .contains("<add key=\"a\" value=\"x\" />", "value=\"2\"");
    }

    @Test
    void aCommaInARoundBracketSeparatesNothing() {
        assertThat(
                        list(
                                "<add value='x' xdt:Transform='SetAttributes' xdt:Locator=\"Condition(contains(@key, 'a'))\"/>"))
                .contains("<add key=\"a\" value=\"x\" />");
        assertThat(told(transformed("<add xdt:Transform='Remove' xdt:Locator=\"Condition(@key='a,b')\"/>")))
                .singleElement()
                .asString()
                .contains("error", "exactly one argument");
    }

    @Test
    void anApostropheBreaksTheXPathOfMatch() {
        assertThat(told(transformed("<add key=\"it's\" xdt:Transform='Remove' xdt:Locator='Match(key)'/>")))
                .singleElement()
                .asString()
                .contains("error", "no XPath");
    }

    @Test
    void wordsAreToldApartByCaseAndTypesOfDotNetAreNeverLoaded() {
        assertThat(told(transformed("<add xdt:Transform='replace'/>")))
                .containsExactly("error 1:91 there is no transform 'replace': it is written Replace");
        assertThat(told(transformed("<add xdt:Transform='Match'/>")))
                .containsExactly("error 1:91 'Match' is a locator and no transform");
        assertThat(told(apply("<configuration><xdt:Import path='x.dll' namespace='X'/><list xdt:Transform='Remove'/>"
                        + "</configuration>")))
                .singleElement()
                .asString()
                .contains("error", "cannot be evaluated");
    }

    @Test
    void afterAnErrorTheRestHasItsTurnButTheFileIsNotWritten() {
        Draft draft = transformed("<add xdt:Transform='#{Kind}'/><add xdt:Transform='InsertAfter(none)'/>"
                + "<add key='a' xdt:Transform='Remove' xdt:Locator='Match(key)'/>");
        assertThat(draft.isWritten()).isFalse();
        assertThat(draft.messages()).hasSize(2);
        assertThat(draft.text()).doesNotContain("key=\"a\"");
    }

    @Test
    void whatATransformBeforeRemovedIsToldFromWhatNeverWas() {
        assertThat(told(transformed("<add key='a' xdt:Transform='Remove' xdt:Locator='Match(key)'/>"
                        + "<add key='a' xdt:Transform='Remove' xdt:Locator='Match(key)'/>")))
                .singleElement()
                .asString()
                .contains("any more");
        assertThat(told(transformed("<add key='z' xdt:Transform='Remove' xdt:Locator='Match(key)'/>")))
                .singleElement()
                .asString()
                .doesNotContain("any more");
    }

    @Test
    void warningsCanBeSilencedForOneElement() {
        assertThat(told(transformed(
                        "<add key='z' xdt:Transform='Remove' xdt:Locator='Match(key)' xdt:SupressWarnings='True'/>")))
                .isEmpty();
        assertThat(told(transformed("<add key='a' xdt:Transform='Remove' xdt:SupressWarnings='yes'/>")))
                .containsExactly("error 1:87 'yes' is neither true nor false");
    }

    @Test
    void aFileWithoutTheNamespaceChangesNothing() throws UnreadableXmlException {
        Draft draft = Draft.read("web.config", bytes(BASE));
        draft.transform("t", bytes("<configuration><list x='1'/></configuration>"));
        assertThat(draft.text()).isEqualTo(BASE);
        assertThat(draft.messages()).isEmpty();
    }

    @Test
    void namespacesAreMatchedByWhatTheyAre() throws UnreadableXmlException {
        Draft draft = Draft.read("b", bytes("<c><a:x xmlns:a=\"urn:n\" y=\"1\"/></c>"));
        draft.transform(
                "t",
                bytes("<c xmlns:xdt='" + Vocabulary.NAMESPACE
                        + "' xmlns:z='urn:n'><z:x z:note='hi' xdt:Transform='Insert'/>"
                        + "<z:x y='2' xdt:Transform='SetAttributes(y)'/></c>"));
        assertThat(draft.text())
                .isEqualTo("<c><a:x xmlns:a=\"urn:n\" y=\"2\"/>\t<z:x z:note=\"hi\" y=\"2\" xmlns:z=\"urn:n\"/></c>");
    }

    @Test
    void aDocumentTypeStaysAndIsNotRead() throws UnreadableXmlException {
        String base = "<!DOCTYPE c [ <!ENTITY e SYSTEM \"file:///etc/passwd\"> ]>\n<c><a x=\"1\"/>&e;</c>";
        Draft draft = Draft.read("b", bytes(base));
        draft.transform(
                "t", bytes("<c xmlns:xdt='" + Vocabulary.NAMESPACE + "'><a x='2' xdt:Transform='SetAttributes'/></c>"));
        assertThat(draft.text()).isEqualTo(base.replace("1", "2"));
    }

    @Test
    void lineEndsAndReferencesStay() throws UnreadableXmlException {
        String base = "<c>\r\n\t<a x=\"&lt;&amp;&quot;\" y='>'>&#65;<![CDATA[<]]></a>\r\n</c>";
        Draft draft = Draft.read("b", bytes(base));
        draft.transform("t", bytes("<c xmlns:xdt='" + Vocabulary.NAMESPACE + "'><n xdt:Transform='Insert'/></c>"));
        assertThat(draft.text())
                .isEqualTo("<c>\r\n\t<a x=\"&lt;&amp;&quot;\" y=\"&gt;\">A<![CDATA[<]]></a>\r\n\t<n/>\r\n</c>");
    }

    @Test
    void whatIsNoXmlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Draft.read("b", bytes(BASE)).transform("t.config", bytes("<configuration>\n<a>")))
                .isInstanceOfSatisfying(
                        UnreadableXmlException.class,
                        e -> assertThat(e.span().toString()).startsWith("t.config:2:"));
    }

    @Test
    void anExpressionThatWouldTakeAllMemoryIsRefused() {
        String[] hostile = {"((a b)", "(".repeat(5000), "//*".repeat(3000), "document('http://x')", "$v"};
        for (String xpath : hostile) {
            Draft draft = transformed("<add xdt:Transform='Remove' xdt:Locator=\"XPath(" + xpath + ")\"/>");
            assertThat(draft.isWritten()).as(xpath.substring(0, 2)).isFalse();
        }
    }

    private static String list(String inList) {
        Draft draft = transformed(inList);
        assertThat(draft.isWritten()).as(told(draft).toString()).isTrue();
        return draft.text();
    }

    private static Draft transformed(String inList) {
        return apply("<configuration><list>" + inList + "</list></configuration>");
    }

    private static Draft apply(String transform) {
        String namespace = " xmlns:xdt='" + Vocabulary.NAMESPACE + "'>";
        try {
            Draft draft = Draft.read("web.config", bytes(BASE));
            draft.transform("web.Release.config", bytes(transform.replaceFirst(">", namespace)));
            return draft;
        } catch (UnreadableXmlException e) {
            throw new AssertionError(transform, e);
        }
    }

    private static List<String> told(Draft draft) {
        return draft.messages().stream()
                .map(message -> message.severity().id() + " " + message.place().line() + ":"
                        + message.place().column() + " " + message.text())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
