package io.github.iisaudit.directory;

import static io.github.iisaudit.directory.Exports.computer;
import static io.github.iisaudit.directory.Exports.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One account of which two sources tell: what they agree about is known, what they contradict each other about is not. */
class TestimoniesTest {

    private static final String[] NOW = {
        "servicePrincipalName: HTTP/hr",
        "userAccountControl: 66048",
        "msDS-SupportedEncryptionTypes: 24",
        "msDS-AllowedToDelegateTo: cifs/a"
    };

    /** Who holds the name has changed, and nobody says which of the two is newer. */
    @Test
    void aNameThatMovedIsDisputedInWhateverOrder() {
        String before = user("old", "servicePrincipalName: HTTP/hr", "servicePrincipalName: HTTP/x") + user("new");
        String after = user("old", "servicePrincipalName: HTTP/x") + user("new", "servicePrincipalName: http/HR");
        for (Directory directory : List.of(Exports.of(before, after), Exports.of(after, before))) {
            assertThat(directory.holders("HTTP/hr").isDisputed()).isTrue();
            assertThat(directory.holders("HTTP/x").isDisputed()).isFalse();
        }
        assertThat(Exports.of(before, before).holders("HTTP/hr").isDisputed()).isFalse();
    }

    @Test
    void twoThatSurelyHoldANameAreTwo() {
        String two = user("a", "servicePrincipalName: HTTP/hr") + user("b", "servicePrincipalName: HTTP/hr");
        Directory directory = Exports.of(
                two + user("c", "servicePrincipalName: HTTP/hr"), two + user("c", "servicePrincipalName: HTTP/y"));
        assertThat(directory.holders("HTTP/hr").accounts()).hasSize(3);
        assertThat(directory.holders("HTTP/hr").isDisputed()).isFalse();
    }

    @Test
    void aSourceThatDoesNotTellContradictsNobody() {
        String lost = "DistinguishedName,ObjectClass,SamAccountName,ServicePrincipalNames,Enabled\n"
                + "\"CN=svc,DC=contoso,DC=test\",user,svc,System.String[],True\n";
        for (String silent : List.of(user("svc"), lost)) {
            Directory directory = Exports.of(user("svc", NOW), silent);
            Account svc = directory.account("svc").orElseThrow();
            assertThat(svc.disputed()).isEmpty();
            assertThat(directory.delegation(svc).kind()).isEqualTo(Delegation.Kind.CONSTRAINED);
        }
    }

    @Test
    void whatAnAccountMayAndCanIsNotKnownWhereItChanged() {
        Directory directory = Exports.of(
                user("svc", NOW) + user("other", NOW),
                user("svc", "userAccountControl: 66050", "msDS-SupportedEncryptionTypes: 4") + user("other", NOW));
        Account svc = directory.account("svc").orElseThrow();
        assertThat(svc.disabled()).isEmpty();
        assertThat(directory.encryption(svc)).isEqualTo(Encryption.UNSEEN);
        assertThat(directory.delegation(svc).kind()).isEqualTo(Delegation.Kind.UNKNOWN);
        Account other = directory.account("other").orElseThrow();
        assertThat(other.disabled()).contains(false);
        assertThat(directory.encryption(other).verdict().id()).isEqualTo("fine");
    }

    /** {@code Enabled} alone says nothing of delegation. */
    @Test
    void flagsInFullComeBeforeThoseThatPowerShellTells() {
        String table = "DistinguishedName,ObjectClass,SamAccountName,Enabled\n"
                + "\"CN=WEB01,DC=contoso,DC=test\",computer,WEB01$,True\n";
        String full = computer("WEB01", "userAccountControl: 528384");
        for (Directory directory : List.of(Exports.of(table, full), Exports.of(full, table))) {
            assertThat(directory
                            .delegation(directory.account("WEB01$").orElseThrow())
                            .kind())
                    .isEqualTo(Delegation.Kind.UNCONSTRAINED);
        }
    }
}
