package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.whatif.Command.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that set values at a path. With {@code /commit:apphost} and {@code -Location} they write applicationHost.config, which
 * works whether the section is locked or not. A command is left out where the path cannot be quoted for its shell.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/providers/">providers: commands</a>
 */
final class SettingCommands {

    private static final String PROVIDERS = WindowsAuthentication.SECTION + "/providers";

    private final String path;
    private final List<Command> commands = new ArrayList<>();

    private SettingCommands(String path) {
        this.path = path;
    }

    /** @param path empty for the whole server */
    static List<Command> of(String path, Map<Settable, String> values) {
        SettingCommands made = new SettingCommands(path);
        Map<Settable, String> attributes = new LinkedHashMap<>(values);
        String list = attributes.remove(Settable.PROVIDERS);
        List<String> providers = list == null ? List.of() : List.of(list.split(","));
        made.appcmd(attributes);
        made.appcmd(providers);
        attributes.forEach(made::powershell);
        made.powershell(providers);
        return made.commands;
    }

    private void appcmd(Map<Settable, String> values) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        values.forEach((what, value) -> words.computeIfAbsent(what.section(), s -> new ArrayList<>())
                .add("/" + what.attribute().replace('/', '.') + ":\"" + written(what, value) + "\""));
        words.forEach((section, attributes) -> {
            Offer offer = appcmd(section);
            attributes.forEach(offer::say);
            offer.say("/commit:apphost").addTo(commands);
        });
    }

    /** As appcmd shows it. */
    private static String written(Settable what, String value) {
        return !what.isBoolean() ? value : value.equals("true") ? "True" : "False";
    }

    /** A list cannot be written at once. */
    private void appcmd(List<String> providers) {
        if (!providers.isEmpty()) {
            appcmd(WindowsAuthentication.SECTION)
                    .say("/~providers")
                    .say("/commit:apphost")
                    .addTo(commands);
        }
        providers.forEach(provider -> appcmd(WindowsAuthentication.SECTION)
                .say("/+\"providers.[value='" + provider + "']\"")
                .say("/commit:apphost")
                .addTo(commands));
    }

    private Offer appcmd(String section) {
        Offer offer = new Offer(Shell.APPCMD);
        if (path.isEmpty()) {
            offer.say("appcmd set config");
        } else {
            offer.say("appcmd set config ", path);
        }
        return offer.say("-section:" + section);
    }

    private void powershell(Settable what, String value) {
        int slash = what.attribute().indexOf('/');
        String element = slash < 0 ? "" : "/" + what.attribute().substring(0, slash);
        powershell("Set-WebConfigurationProperty", what.section() + element)
                .say("-Name " + what.attribute().substring(slash + 1)
                        + (what.isBoolean() ? " -Value $" + value : " -Value '" + value + "'"))
                .addTo(commands);
    }

    private void powershell(List<String> providers) {
        if (!providers.isEmpty()) {
            powershell("Clear-WebConfiguration", PROVIDERS).addTo(commands);
        }
        providers.forEach(provider -> powershell("Add-WebConfigurationProperty", PROVIDERS)
                .say("-Name '.' -Value @{ value = '" + provider + "' }")
                .addTo(commands));
    }

    private Offer powershell(String cmdlet, String filter) {
        Offer offer = new Offer(Shell.POWERSHELL);
        offer.say(cmdlet + " -PSPath 'MACHINE/WEBROOT/APPHOST'");
        if (!path.isEmpty()) {
            offer.say("-Location ", path);
        }
        return offer.say("-Filter '" + filter + "'");
    }
}
