package io.github.iisaudit.xpath;

import io.github.iisaudit.config.Loopback;
import io.github.iisaudit.kerberos.HostNames;
import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.kerberos.WindowsLogon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a function takes and returns.
 *
 * @param required how many arguments it needs at least
 * @param allowed how many it takes at most
 * @param parameters the type of each argument; the last one is that of all further ones
 * @param reads what it looks at beside its arguments, as paths below the root of an effective document; the empty path stands for all
 */
record Signature(Type result, int required, int allowed, List<Type> parameters, Set<String> reads) {

    /** Of a function that looks at its arguments only. */
    Signature(Type result, int required, int allowed, List<Type> parameters) {
        this(result, required, allowed, parameters, Set.of());
    }

    /** The types of XPath 1.0; ANY is a parameter that takes them all. */
    enum Type {
        NODES,
        STRING,
        NUMBER,
        BOOLEAN,
        ANY
    }

    /** The functions of XPath 1.0 (https://www.w3.org/TR/1999/REC-xpath-19991116/#corelib) and ours, by name. */
    static final Map<String, Signature> FUNCTIONS = functions();

    /** Whether it says one thing of a scope, so that somebody who asks it depends on the answer, and not on what it looks at. */
    boolean isAnswer() {
        return result == Type.BOOLEAN && allowed == 0 && !reads.isEmpty();
    }

    /** Whether the argument at an index must be nodes: what is no node set cannot become one. */
    boolean needsNodes(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1)) == Type.NODES;
    }

    private static Map<String, Signature> functions() {
        Map<String, Signature> all = new LinkedHashMap<>();
        for (String name : List.of("last", "position")) {
            all.put(name, of(Type.NUMBER));
        }
        all.put("count", of(Type.NUMBER, Type.NODES));
        all.put("sum", of(Type.NUMBER, Type.NODES));
        all.put("id", of(Type.NODES, Type.ANY));
        for (String name : List.of("local-name", "namespace-uri", "name")) {
            all.put(name, new Signature(Type.STRING, 0, 1, List.of(Type.NODES)));
        }
        addStrings(all);
        all.put("boolean", of(Type.BOOLEAN, Type.ANY));
        all.put("not", of(Type.BOOLEAN, Type.ANY));
        all.put("true", of(Type.BOOLEAN));
        all.put("false", of(Type.BOOLEAN));
        all.put("lang", of(Type.BOOLEAN, Type.ANY));
        all.put("number", new Signature(Type.NUMBER, 0, 1, List.of(Type.ANY)));
        for (String name : List.of("floor", "ceiling", "round")) {
            all.put(name, of(Type.NUMBER, Type.ANY));
        }
        addOurs(all);
        return all;
    }

    private static void addStrings(Map<String, Signature> all) {
        all.put("string", new Signature(Type.STRING, 0, 1, List.of(Type.ANY)));
        all.put("concat", new Signature(Type.STRING, 2, Integer.MAX_VALUE, List.of(Type.ANY)));
        all.put("starts-with", of(Type.BOOLEAN, Type.ANY, Type.ANY));
        all.put("contains", of(Type.BOOLEAN, Type.ANY, Type.ANY));
        all.put("substring-before", of(Type.STRING, Type.ANY, Type.ANY));
        all.put("substring-after", of(Type.STRING, Type.ANY, Type.ANY));
        all.put("substring", new Signature(Type.STRING, 2, 3, List.of(Type.ANY)));
        all.put("string-length", new Signature(Type.NUMBER, 0, 1, List.of(Type.ANY)));
        all.put("normalize-space", new Signature(Type.STRING, 0, 1, List.of(Type.ANY)));
        all.put("translate", of(Type.STRING, Type.ANY, Type.ANY, Type.ANY));
    }

    private static void addOurs(Map<String, Signature> all) {
        all.put("iis:lower", of(Type.STRING, Type.ANY));
        all.put("iis:same", of(Type.BOOLEAN, Type.ANY, Type.ANY));
        all.put("iis:has", of(Type.BOOLEAN, Type.NODES, Type.ANY));
        all.put("iis:first-segment", of(Type.STRING, Type.ANY));
        all.put("iis:is-default", of(Type.BOOLEAN, Type.NODES));
        all.put("iis:is-server", of(Type.BOOLEAN, Type.ANY).reading(Set.of("@computer")));
        all.put("iis:is-server-host", of(Type.BOOLEAN, Type.ANY).reading(Set.of("@computer")));
        Set<String> account = new TreeSet<>(PoolAccount.READ);
        account.add("@computer");
        all.put("iis:account", of(Type.STRING).reading(account));
        all.put("iis:computer", of(Type.STRING).reading(Set.of("@computer")));
        all.put("iis:host-names", of(Type.STRING).reading(HostNames.READ));
        all.put("iis:spns", of(Type.STRING).reading(HostNames.READ));
        all.put("iis:word", new Signature(Type.STRING, 2, 3, List.of(Type.ANY)));
        all.put("iis:file", of(Type.STRING));
        all.put("iis:host", of(Type.STRING).reading(PathsRead.EVERYTHING));
        all.put("iis:lies-in", of(Type.BOOLEAN, Type.ANY).reading(PathsRead.EVERYTHING));
        all.put("iis:has-site", of(Type.BOOLEAN, Type.ANY).reading(PathsRead.EVERYTHING));
        all.put("iis:windows-logon", of(Type.BOOLEAN).reading(WindowsLogon.READ));
        all.put("iis:module-runs", of(Type.BOOLEAN, Type.ANY).reading(WindowsLogon.READ));
        all.put("iis:is-closed", of(Type.BOOLEAN).reading(WindowsLogon.READ));
        all.put("iis:open-verbs", of(Type.STRING, Type.NODES));
        all.put("iis:runs-asp-net", of(Type.BOOLEAN, Type.NODES, Type.NODES).reading(AspNet.READ));
        all.put("iis:is-loopback", of(Type.BOOLEAN, Type.NODES).reading(Set.of(Loopback.READ)));
    }

    private Signature reading(Set<String> paths) {
        return new Signature(result, required, allowed, parameters, paths);
    }

    private static Signature of(Type result, Type... parameters) {
        return new Signature(result, parameters.length, parameters.length, List.of(parameters));
    }
}
