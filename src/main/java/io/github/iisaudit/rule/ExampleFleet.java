package io.github.iisaudit.rule;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.Witness;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The servers of an example: its own one, and one in each folder that has an applicationHost.config. */
final class ExampleFleet {

    private static final String HOST = "/" + ExampleServer.HOST_FILE;

    private ExampleFleet() {}

    /** What the rules about names find on the example's own server. */
    static List<Finding> findings(Rule.Example example, List<Rule> rules) {
        SharedNames names = new SharedNames(rules);
        if (!names.isWanted()) {
            return List.of();
        }
        ExampleSource own = new ExampleSource(example.files());
        Witness witness = ExampleDirectory.of(example);
        names.add(claims(own, rules, witness));
        for (String file : example.files().keySet()) {
            if (file.endsWith(HOST)) {
                String folder = file.substring(0, file.length() - HOST.length());
                names.add(claims(new ExampleSource(folder, below(folder + "/", example.files())), rules, witness));
            }
        }
        List<Finding> all = new ArrayList<>();
        names.findings().forEach(all::addAll);
        all.removeIf(finding -> !finding.server().equals(own.name()));
        return all;
    }

    private static Map<String, String> below(String folder, Map<String, String> files) {
        Map<String, String> below = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), text);
            }
        });
        return below;
    }

    private static ServerClaims claims(ExampleSource source, List<Rule> rules, @Nullable Witness witness) {
        ServerConfiguration server = ServerConfiguration.read(source).beside(witness);
        Checker checker = new Checker(rules, source.name(), source.root());
        NameClaims names = new NameClaims(server);
        server.forEachScope(names::visit);
        server.writtenFiles().forEach(checker::check);
        return ServerClaims.of(names, checker);
    }
}
