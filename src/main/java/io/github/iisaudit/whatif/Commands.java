package io.github.iisaudit.whatif;

import io.github.iisaudit.whatif.Command.Shell;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that change a pool, and what puts a change into force. A command is left out where a name in it cannot be quoted for
 * its shell.
 */
final class Commands {

    private Commands() {}

    /** The identity of a pool. A password is never known here; managed accounts have none. */
    static List<Command> set(String pool, PoolIdentity identity) {
        boolean wantsPassword = identity.type().equals(PoolIdentity.SPECIFIC_USER) && !identity.isManaged();
        Offer appcmd = new Offer(Shell.APPCMD).say("appcmd set apppool ", pool);
        identity.attributes().forEach((name, value) -> {
            if (name.equals("identityType")) {
                appcmd.say("/processModel." + name + ":" + value);
            } else {
                appcmd.say("/processModel." + name + ":", value);
            }
        });
        if (wantsPassword) {
            appcmd.say("/processModel.password:\"PASSWORD\"");
        }
        List<Command> commands = new ArrayList<>();
        appcmd.addTo(commands);
        identity.attributes()
                .forEach((name, value) -> property(pool, name, value).addTo(commands));
        if (wantsPassword) {
            property(pool, "password", "PASSWORD").addTo(commands);
        }
        return commands;
    }

    private static Offer property(String pool, String name, String value) {
        return new Offer(Shell.POWERSHELL)
                .sayPath("Set-ItemProperty ", "IIS:\\AppPools\\", pool)
                .say("-Name processModel." + name)
                .say("-Value ", value);
    }

    /** What puts it into force. */
    static List<Command> restart(Restart restart, List<String> pools) {
        List<Command> commands = new ArrayList<>();
        if (restart == Restart.W3SVC) {
            commands.add(new Command(Shell.APPCMD, List.of("net stop w3svc && net start w3svc")));
            commands.add(new Command(Shell.POWERSHELL, List.of("Restart-Service W3SVC")));
        } else if (restart == Restart.POOL) {
            for (String pool : pools) {
                new Offer(Shell.APPCMD).say("appcmd recycle apppool ", pool).addTo(commands);
                new Offer(Shell.POWERSHELL)
                        .say("Restart-WebAppPool -Name ", pool)
                        .addTo(commands);
            }
        }
        return commands;
    }
}
