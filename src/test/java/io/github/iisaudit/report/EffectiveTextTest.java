package io.github.iisaudit.report;

import static io.github.iisaudit.report.EffectiveReporter.Format.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.ErrorKind;
import org.junit.jupiter.api.Test;

class EffectiveTextTest {

    @Test
    void everyValueHasThePlaceThatSetIt() {
        assertThat(EffectiveSample.render(TEXT, EffectiveSample.values())).isEqualTo("""
                        Intranet/hr   application, pool hr (CONTOSO\\svc-hr)
                          windowsAuthentication
                            enabled                true           applicationHost.config:4
                                                                    location Intranet
                                                                  over applicationHost.config:2 false
                            useKernelMode          true           default
                            password               ***            applicationHost.config:4
                                                                    location Intranet
                            providers              Negotiate      applicationHost.config:5
                                                                    location Intranet
                            modules                x image=y.dll  applicationHost.config:6
                                                                    location Intranet
                            none                   (none)
                          Kerberos tickets are decrypted by the computer account WEB01$.
                        """);
    }

    @Test
    void anErrorIsShownWithItsPlaceAndItsLock() {
        assertThat(EffectiveSample.render(TEXT, EffectiveSample.failing(EffectiveSample.lock())))
                .endsWith("""
                          windowsAuthentication
                            error section-locked (0x80070021): this section is locked
                              at C/Windows/System32/inetsrv/config/applicationHost.config:4
                              locked by C/Windows/System32/inetsrv/config/applicationHost.config:2
                          Kerberos tickets are decrypted by the computer account WEB01$.
                        """);
    }

    @Test
    void anErrorOfAnAssumedServerStandsBesideTheValues() {
        assertThat(EffectiveSample.render(
                        TEXT, EffectiveSample.assumed(EffectiveSample.values(), EffectiveSample.lock())))
                .contains("    unless the server unlocks it: error section-locked (0x80070021): this\n")
                .contains("    useKernelMode          true           default\n")
                .contains("    incomplete: C/x/web.config not collected, it could change this\n");
    }

    @Test
    void whatCannotBeKnownHasAReason() {
        assertThat(EffectiveSample.render(TEXT, EffectiveSample.unknown("the section is encrypted")))
                .contains("  windowsAuthentication\n    unknown: the section is encrypted\n");
    }

    @Test
    void aSectionThatNobodyDeclaresTakesOneLine() {
        ConfigError error = new ConfigError(ErrorKind.UNDECLARED, "nothing declares it", null, null, null, null, null);

        assertThat(EffectiveSample.render(TEXT, EffectiveSample.failing(error)))
                .contains("\n  windowsAuthentication   not declared on this server\n");
    }
}
