package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.tag;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;

import org.junit.jupiter.api.Test;

/** Depth first, then file; attribute by attribute. */
class PrecedenceTest {

    private static final String KERNEL = windows("useKernelMode=\"true\"");
    private static final String USER = windows("useKernelMode=\"false\"");

    @Test
    void atOnePathTheWebConfigBeatsTheTagOfTheServer() {
        unlocked().host(location("S", USER)).web("C/s", KERNEL).at("S").inKernelMode();
    }

    @Test
    void aTagForADeeperPathBeatsTheWebConfigOfAPathBetween() {
        Server server = unlocked().host(location("S/a", KERNEL)).web("C/s", USER);
        server.at("S").inUserMode();
        server.at("S/a").inKernelMode();
    }

    @Test
    void theWebConfigOfTheDeeperPathBeatsTheTagForIt() {
        unlocked()
                .host(location("S/a", KERNEL))
                .web("C/s", KERNEL)
                .web("C/s/a", USER)
                .at("S/a")
                .inUserMode();
    }

    @Test
    void atOnePathTheTagOfTheLowerFileBeatsTheTagOfTheServer() {
        unlocked()
                .host(location("S/a", KERNEL))
                .web("C/s", location("a", USER))
                .at("S/a")
                .inUserMode();
    }

    @Test
    void theWebConfigOfThePathBeatsTheTagOfTheFileAbove() {
        unlocked()
                .web("C/s", location("a", USER))
                .web("C/s/a", KERNEL)
                .at("S/a")
                .inKernelMode();
    }

    @Test
    void settingOneAttributeDoesNotResetAnother() {
        base().everywhere("useKernelMode=\"false\"", "")
                .host(location("S", windows("enabled=\"true\"")))
                .at("S")
                .isOn()
                .inUserMode();
    }

    @Test
    void settingAnElementDoesNotResetItsNeighbours() {
        String checking = windows("", "<extendedProtection tokenChecking=\"Require\"/>");
        base().host(location("S", checking))
                .at("S")
                .has("extendedProtection/tokenChecking", "Require")
                .has("extendedProtection/flags", "None")
                .hasProviders("Negotiate", "NTLM");
    }

    @Test
    void flagsReplaceTheInheritedOnesAsAWhole() {
        base().everywhere("", "<extendedProtection flags=\"Proxy, NoServiceNameCheck\"/>")
                .host(location("S", windows("", "<extendedProtection flags=\"AllowDotlessSpn\"/>")))
                .at("S")
                .has("extendedProtection/flags", "AllowDotlessSpn");
    }

    @Test
    void aFolderInheritsFromEveryLevelAbove() {
        unlocked()
                .host(location("S", windows("enabled=\"true\"")))
                .web("C/s", windows("useAppPoolCredentials=\"true\""))
                .web("C/s/a", windows("authPersistNonNTLM=\"true\""))
                .web("C/s/a/sub", USER)
                .at("S/a/sub")
                .isOn()
                .has("useAppPoolCredentials", "true")
                .has("authPersistNonNTLM", "true")
                .inUserMode();
    }

    @Test
    void aWebConfigSpeaksForItsOwnPathAndBelowOnly() {
        Server server = unlocked().web("C/s/a", USER);
        server.at("S").inKernelMode();
        server.at("S/a").inUserMode();
        server.at("T").inKernelMode();
        server.at("").inKernelMode();
    }

    @Test
    void theUppermostFileComesFirstAmongTagsForOnePath() {
        unlocked()
                .host(location("S/a/x", windows("enabled=\"true\" useKernelMode=\"true\"")))
                .web("C/s", location("a/x", windows("useKernelMode=\"false\" useAppPoolCredentials=\"true\"")))
                .web("C/s/a", location("x", windows("useAppPoolCredentials=\"false\"")))
                .at("S/a/x")
                .isOn()
                .inUserMode()
                .has("useAppPoolCredentials", "false");
    }

    @Test
    void whatChildApplicationsDoNotInheritStillLosesToWhatIsDeeper() {
        Server server = unlocked()
                .host(tag("path=\"S\" inheritInChildApplications=\"false\"", USER))
                .host(location("S/sub", KERNEL));
        server.at("S").inUserMode();
        server.at("S/sub").inKernelMode();
        server.at("S/other").inUserMode();
        server.at("S/a").inKernelMode();
    }
}
