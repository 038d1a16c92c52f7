package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.ldif;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LDIF as programs write it, and as it comes after a way through editors and mail. */
class LdifReaderTest {

    private static List<String> holders(String text) {
        Directory directory = Exports.of(text);
        return directory.holders("HTTP/hr").accounts().stream()
                .map(directory::shown)
                .toList();
    }

    @Test
    void aFoldedNameIsOneName() {
        assertThat(holders("dn: CN=svc-hr,DC=contoso,\n DC=test\nservicePrincipalName: HT\n TP/hr\n"))
                .containsExactly("CONTOSO\\svc-hr");
    }

    @Test
    void aNameInBase64IsTheSameName() {
        assertThat(holders("dn:: Q049c3ZjLWhyLERDPWNvbnRvc28sREM9dGVzdA==\nservicePrincipalName:: SFRUUC9ocg==\n"))
                .containsExactly("CONTOSO\\svc-hr");
    }

    @Test
    void neitherMarkNorBlanksNorTabsLoseAnObject() {
        String text = "\uFEFFdn: CN=a,DC=contoso,DC=test \r\nservicePrincipalName: HTTP/hr\t\r\n \t\r\n"
                + "dn: CN=b,DC=contoso,DC=test\r\nservicePrincipalName: http/HR\r\n";
        assertThat(holders(text)).containsExactly("CONTOSO\\a", "CONTOSO\\b");
    }

    @Test
    void wideCharactersAreRead() throws UnreadableDirectoryException {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("\uFEFF", "")) {
                Registry registry = new Registry();
                Exports.read(registry, mark + user("svc", "servicePrincipalName: HTTP/hr"), charset);
                assertThat(registry.directory().holders("HTTP/hr").accounts()).hasSize(1);
            }
        }
    }

    @Test
    void aChangeIsNoObjectAndIsCounted() {
        Directory directory = Exports.of(
                user("svc", "changetype: delete", "servicePrincipalName: HTTP/hr") + user("svc2", "changetype: add"));
        assertThat(directory.holders("HTTP/hr").accounts()).isEmpty();
        assertThat(directory.sources().get(0).dropped()).isEqualTo(1);
        assertThat(directory.account("svc2")).isPresent();
    }

    @Test
    void aValueThatPointsToAFileIsNotRead() {
        Directory directory = Exports.of(user("svc", "servicePrincipalName:< file:///etc/hostname"));
        assertThat(directory.account("svc").orElseThrow().spns()).isEmpty();
        assertThat(directory.sources().get(0).dropped()).isEqualTo(1);
    }

    @Test
    void whatASearchAddsIsNoObject() {
        Directory directory = Exports.of(ldif(
                "# extended LDIF",
                "version: 1",
                "",
                "dn: CN=svc,DC=contoso,DC=test",
                "objectClass: user",
                "",
                "# search reference",
                "ref: ldap://contoso.test/CN=Configuration,DC=contoso,DC=test",
                "",
                "# search result",
                "search: 7",
                "result: 0 Success",
                "",
                "# numEntries: 1"));
        assertThat(directory.sources().get(0))
                .returns(1, SourceSummary::accounts)
                .returns(0, SourceSummary::dropped);
    }

    @Test
    void whatIsCutShortIsNotUsedAtAll() {
        Registry registry = new Registry();
        String whole = user("svc", "servicePrincipalName: HTTP/hr");
        assertThatThrownBy(() -> Exports.read(registry, whole + "dn: CN=sv", StandardCharsets.UTF_8))
                .isInstanceOf(UnreadableDirectoryException.class)
                .hasMessageContaining("cut short in line 6");
        assertThatThrownBy(() -> Exports.read(registry, "# extended LDIF\n" + whole, StandardCharsets.UTF_8))
                .hasMessageContaining("cut short");
        assertThat(registry.directory().holders("HTTP/hr").accounts()).isEmpty();
        assertThat(registry.directory().sources()).isEmpty();
    }

    /** Between two lines: the object has no name yet, the search has not told how many there were, or more pages follow. */
    @Test
    void whatIsCutBetweenTwoLinesIsNotUsedEither() {
        String svc = user("svc", "servicePrincipalName: HTTP/hr");
        for (String cut : List.of(
                svc + "dn: CN=WEB01,DC=contoso,DC=test\nchangetype: add\nobjectClass: top\n",
                "version: 1\n\n#\n# LDAPv3\n\n" + svc,
                "# record 1\n" + svc,
                "# extended LDIF\n" + svc + "# numResponses: 2\n# numEntries: 1\n\n# extended LDIF\n" + svc)) {
            assertThatThrownBy(() -> Exports.read(new Registry(), cut, StandardCharsets.UTF_8))
                    .as(cut)
                    .hasMessageContaining("cut short");
        }
        assertThat(holders("# record 1\n" + svc + "# returned 1 records\n")).hasSize(1);
        assertThat(holders(svc + ldif("dn: OU=Web,DC=contoso,DC=test", "objectClass: organizationalUnit")))
                .hasSize(1);
    }

    /** It ends each object with a blank line. */
    @Test
    void anExportOfLdifdeThatEndsWithinAnObjectIsCutShort() {
        String whole = "dn: CN=a,DC=test\r\nchangetype: add\r\nsAMAccountName: a\r\nobjectClass: user\r\n\r\n";
        assertThat(Exports.of(whole).account("a")).isPresent();
        assertThatThrownBy(() -> Exports.read(new Registry(), whole.strip() + "\r\n", StandardCharsets.UTF_8))
                .hasMessageContaining("cut short in line 4");
    }

    @Test
    void aSourceAfterOneThatIsCutShortIsReadAsIfThatHadNotBeen() throws UnreadableDirectoryException {
        Registry registry = new Registry();
        assertThatThrownBy(() ->
                Exports.read(registry, user("svc", "servicePrincipalName: HTTP/hr") + "dn", StandardCharsets.UTF_8));
        Exports.read(registry, computer("WEB01", "servicePrincipalName: HTTP/hr"), StandardCharsets.UTF_8);
        assertThat(registry.directory().holders("HTTP/hr").accounts()).hasSize(1);
    }

    @Test
    void aPartOfTheNamesIsNotTakenForAll() {
        Directory directory = Exports.of(user("svc", "servicePrincipalName;range=0-1: HTTP/a", "cn: x"));
        assertThat(directory.account("svc").orElseThrow().isSpnWhole()).isFalse();
    }

    @Test
    void anAttributeMayHaveOptions() {
        for (String options : new String[] {";binary", ";x-a", ";lang-de;x"}) {
            assertThat(Exports.of(user("svc", "servicePrincipalName" + options + ": HTTP/hr"))
                            .holders("HTTP/hr")
                            .accounts())
                    .as(options)
                    .hasSize(1);
        }
    }

    /** Wherever what was read last ends, in the middle of a name or behind it. */
    @Test
    void aNameThatIsReadInTwoPartsIsOneName() {
        for (int before = 131030; before < 131090; before++) {
            String filler = "dn: CN=" + "x".repeat(before) + "\nobjectClass: top\n\n";
            assertThat(Exports.of(filler + user("svc", "servicePrincipalName: HTTP/hr"))
                            .holders("HTTP/hr")
                            .accounts())
                    .as("%d", before)
                    .hasSize(1);
        }
    }

    /** Somebody who gives an export away may take out what others need not see. */
    @Test
    void aSearchThatFoundMoreThanStandsThereTellsNothingOfOthers() {
        String accounts = user("svc", "servicePrincipalName: HTTP/hr") + computer("WEB01");
        for (String footer :
                new String[] {"# numResponses: 9\n# numEntries: %d\n", "# returned 9 records\n# %d entries\n"}) {
            String search = "# extended LDIF\n#\n" + accounts + footer;
            assertThat(Exports.of(search.formatted(2)).isExactKnown("HTTP/other"))
                    .isTrue();
            Directory part = Exports.of(search.formatted(3));
            assertThat(part.isExactKnown("HTTP/other")).isFalse();
            assertThat(part.holders("HTTP/hr").accounts()).hasSize(1);
            assertThat(Exports.of(search.formatted(2) + search.formatted(2)).isExactKnown("HTTP/other"))
                    .isTrue();
        }
    }
}
