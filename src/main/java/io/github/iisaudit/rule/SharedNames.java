package io.github.iisaudit.rule;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.rule.NameClaims.Claim;
import io.github.iisaudit.rule.NameClaims.Opener;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xpath.Focus;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;

/**
 * Holds the rules about names against the host names of all servers, after these were audited one by one. Servers, of different
 * names, may be added in any order. Takes memory for each name of each site with Kerberos. Not thread-safe.
 */
public final class SharedNames {

    static final String RULE = "one-name-several-accounts";

    private static final int SHOWN = 4;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Claim>> claims = new TreeMap<>();

    /** @param rules those that run */
    public SharedNames(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.NAME) {
                this.rules.add(rule);
            }
        }
    }

    /** Whether anybody asks for names. */
    public boolean isWanted() {
        return !rules.isEmpty();
    }

    /** Adds what one server claims. */
    public void add(ServerClaims server) {
        server.claims.forEach(claim ->
                claims.computeIfAbsent(claim.host(), h -> new ArrayList<>()).add(claim));
    }

    /** What one server claims; it holds none of its files. */
    public record ServerClaims(List<Claim> claims) implements Serializable {

        /** Nothing. */
        public static final ServerClaims NONE = new ServerClaims(List.of());

        /** The claims of a server whose paths were visited and whose files were checked. */
        public static ServerClaims of(NameClaims names, Checker checker) {
            return new ServerClaims(names.all(checker));
        }

        /** The same in parts of one name each: what is found of one needs nothing of the others. */
        public Map<String, ServerClaims> byName() {
            Map<String, List<Claim>> parts = new LinkedHashMap<>();
            claims.forEach(claim ->
                    parts.computeIfAbsent(claim.host(), h -> new ArrayList<>()).add(claim));
            Map<String, ServerClaims> byName = new LinkedHashMap<>();
            parts.forEach((host, some) -> byName.put(host, new ServerClaims(some)));
            return byName;
        }
    }

    /** What the rules find, server by server in the order of their names, each in the order of its places. */
    public List<List<Finding>> findings() {
        Map<String, List<Finding>> byServer = new TreeMap<>();
        claims.forEach((host, all) -> {
            List<Claim> sharing = new ArrayList<>(all);
            sharing.sort((a, b) -> a.server().compareTo(b.server()));
            Map<String, List<Opener>> accounts = accounts(sharing);
            if (accounts.size() > 1) {
                String list = list(accounts, sharing);
                sharing.forEach(claim -> byServer.computeIfAbsent(claim.server(), s -> new ArrayList<>())
                        .addAll(findings(claim, accounts, list)));
            }
        });
        List<List<Finding>> all = new ArrayList<>(byServer.values());
        all.forEach(findings -> findings.sort(Finding.IN_SERVER));
        return all;
    }

    /** By what spellings have in common; a computer of no known name is not another than one that is known. */
    private static Map<String, List<Opener>> accounts(List<Claim> sharing) {
        Map<String, List<Opener>> accounts = new LinkedHashMap<>();
        sharing.forEach(claim -> claim.accounts()
                .forEach((key, opener) ->
                        accounts.computeIfAbsent(key, k -> new ArrayList<>()).add(opener)));
        boolean isComputerKnown = false;
        for (Map.Entry<String, List<Opener>> account : accounts.entrySet()) {
            isComputerKnown |= !account.getKey().isEmpty() && isComputer(account.getValue());
        }
        if (isComputerKnown) {
            accounts.remove("");
        }
        boolean isAnyFound = false;
        for (String key : accounts.keySet()) {
            isAnyFound |= key.startsWith(NameClaims.FOUND);
        }
        if (isAnyFound) {
            accounts.keySet().removeIf(key -> !key.startsWith(NameClaims.FOUND) && isAmong(key, accounts.keySet()));
        }
        return accounts;
    }

    /** Whether a directory has an account that may be the one of a name without a domain. */
    private static boolean isAmong(String name, Set<String> keys) {
        for (String key : keys) {
            if (key.startsWith(NameClaims.FOUND)
                    && (key.endsWith("\\" + name) || key.equals(NameClaims.FOUND + name))) {
                return true;
            }
        }
        return false;
    }

    private static String list(Map<String, List<Opener>> accounts, List<Claim> sharing) {
        boolean isOfSeveral = isOfSeveral(sharing);
        Map<String, String> first = new LinkedHashMap<>();
        for (Claim claim : sharing) {
            claim.accounts().forEach((key, opener) -> {
                String where = (isOfSeveral ? claim.server() + ": " : "")
                        + opener.paths().get(0);
                first.putIfAbsent(key, opener.account() + " (" + where + ")");
            });
        }
        first.keySet().retainAll(accounts.keySet());
        return Few.named(Few.first(List.copyOf(first.values()), SHOWN));
    }

    private static boolean isOfSeveral(List<Claim> sharing) {
        for (Claim claim : sharing) {
            if (!claim.server().equals(sharing.get(0).server())) {
                return true;
            }
        }
        return false;
    }

    private List<Finding> findings(Claim claim, Map<String, List<Opener>> accounts, String list) {
        Element name = new SuppressionElement("name", span(claim.place()), claim.anchor());
        name.addAttribute("host", claim.host());
        name.addAttribute("accounts", String.valueOf(accounts.size()));
        name.addAttribute("here", String.valueOf(claim.accounts().size()));
        name.addAttribute("list", list);
        int computers = 0;
        for (List<Opener> openers : accounts.values()) {
            computers += isComputer(openers) ? 1 : 0;
        }
        name.addAttribute("computers", String.valueOf(computers));
        own(name, claim.owner(), accounts);
        DocumentHelper.createDocument(name);
        Drafts drafts = new Drafts();
        for (Rule rule : rules) {
            drafts.check(rule, List.of(name), claim.paths(), Focus.alone());
        }
        List<Finding> findings = new FairCopy(claim.server(), claim.root()).of(drafts.all());
        Finding.Suppression suppression = claim.suppression();
        if (suppression == null) {
            return findings;
        }
        List<Finding> suppressed = new ArrayList<>(findings.size());
        findings.forEach(finding -> suppressed.add(finding.suppressedBy(suppression)));
        return suppressed;
    }

    /** What a directory has of the name, where one tells. */
    private static void own(Element name, String owner, Map<String, List<Opener>> accounts) {
        if (!owner.isEmpty()) {
            int owners = owner.equals(NameClaims.NOBODY) ? 0 : owner.split(", ").length;
            boolean isAmong = accounts.containsKey(NameClaims.FOUND + owner.toLowerCase(Locale.ROOT));
            name.addAttribute("owner", owner);
            name.addAttribute("owners", String.valueOf(owners));
            name.addAttribute("fits", String.valueOf(isAmong));
        }
    }

    private static boolean isComputer(List<Opener> openers) {
        return openers.get(0).isComputer();
    }

    /** The same place in a text that has nothing else. */
    private static Span span(Finding.Place place) {
        SourceText line = SourceText.ofLine(place.file(), place.line(), place.lineText());
        int start = place.column() - 1;
        return new Span(line, start, start + Math.max(0, place.endColumn() - place.column()));
    }
}
