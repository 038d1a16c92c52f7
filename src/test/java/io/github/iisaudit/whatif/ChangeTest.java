package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static Change parse(String... settings) throws InvalidChangeException {
        return Change.parse(List.of(settings), Optional.empty());
    }

    @Test
    void namesAndValuesAreReadInAnyCase() throws InvalidChangeException {
        assertThat(parse("USEKERNELMODE=False", "enabled=TRUE", "useKernelMode=false")
                        .attributes())
                .containsExactly(Map.entry("useKernelMode", false), Map.entry("enabled", true));
    }

    @Test
    void anUnknownAttributeIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> parse("kernel=true"))
                .isInstanceOf(InvalidChangeException.class)
                .hasMessage("'kernel' cannot be set here; possible are useKernelMode, useAppPoolCredentials, enabled,"
                        + " authPersistSingleRequest, authPersistNonNTLM, providers, tokenChecking, flags,"
                        + " anonymousAuthentication");
    }

    @Test
    void onlyTrueAndFalseAreValues() {
        assertThatThrownBy(() -> parse("useKernelMode=0")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> parse("useKernelMode")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> parse("=true")).hasMessageContaining("possible are");
    }

    @Test
    void aMisspeltNameOrValueIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> parse("authPersistNonNtml=true")).hasMessageContaining("mean authPersistNonNTLM?");
        assertThatThrownBy(() -> parse("tokenCheking=None")).hasMessageContaining("did you mean tokenChecking?");
        assertThatThrownBy(() -> parse("tokenChecking=Required"))
                .hasMessage("'Required' is no value for tokenChecking; did you mean Require?"
                        + " one of None, Allow, Require expected");
        assertThatThrownBy(() -> parse("providers=Kerberos,NTLM"))
                .hasMessage("'Kerberos' is no value for providers; did you mean Negotiate:Kerberos?"
                        + " one or more, with commas, of Negotiate, NTLM, Negotiate:Kerberos expected");
        assertThatThrownBy(() -> parse("flags=Proxi")).hasMessageContaining("did you mean Proxy?");
    }

    @Test
    void listsAreReadInTheirOneSpelling() throws InvalidChangeException {
        assertThat(parse("providers=ntlm, negotiate:kerberos", "flags=proxycohosting,PROXY", "tokenchecking=require")
                        .values())
                .containsExactly(
                        Map.entry(Settable.PROVIDERS, "NTLM,Negotiate:Kerberos"),
                        Map.entry(Settable.FLAGS, "Proxy,ProxyCohosting"),
                        Map.entry(Settable.TOKEN_CHECKING, "Require"));
    }

    @Test
    void aListHasEachWordOnceAndAtLeastOne() {
        assertThatThrownBy(() -> parse("providers=")).hasMessageContaining("is no value for providers");
        assertThatThrownBy(() -> parse("providers=NTLM,,Negotiate")).hasMessageContaining("is no value for providers");
        assertThatThrownBy(() -> parse("providers=NTLM,ntlm")).hasMessage("NTLM stands twice in providers");
        assertThatThrownBy(() -> parse("providers=Negotiate:")).hasMessageContaining("is no value for providers");
        assertThatThrownBy(() -> parse("providers=Negotiate:'x")).hasMessageContaining("is no value for providers");
        assertThatThrownBy(() -> parse("flags=None,Proxy")).hasMessage("None goes with no other of flags");
    }

    @Test
    void namesOfTheSchemaAreUnderstood() throws InvalidChangeException {
        String group = "system.webServer/security/authentication/";
        for (String name : List.of(
                "extendedProtection.tokenChecking",
                "windowsAuthentication/extendedProtection/tokenChecking",
                group + "windowsAuthentication/extendedProtection.tokenChecking")) {
            assertThat(parse(name + "=Allow").values()).as(name).containsOnlyKeys(Settable.TOKEN_CHECKING);
        }
        for (String name : List.of("anonymous", "anonymousAuthentication", group + "anonymousAuthentication/enabled")) {
            assertThat(parse(name + "=false").values()).as(name).containsOnlyKeys(Settable.ANONYMOUS);
        }
        assertThat(parse("windowsAuthentication=false").values()).containsOnlyKeys(Settable.ENABLED);
    }

    @Test
    void aContradictionIsRefused() {
        assertThatThrownBy(() -> parse("enabled=true", "Enabled=false")).hasMessageContaining("both");
    }

    @Test
    void withoutAChangeTheObviousQuestionIsAsked() throws InvalidChangeException {
        assertThat(parse()).isEqualTo(parse("useKernelMode=false"));
    }
}
