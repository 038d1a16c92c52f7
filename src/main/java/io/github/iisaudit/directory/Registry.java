package io.github.iisaudit.directory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Gathers what sources tell, one after the other, into one {@link Directory}. Of a source that cannot be read in full nothing
 * stays.
 */
public final class Registry {

    private static final long OF_FOREST =
            Entry.bit(Attribute.SPN_MAPPINGS) | Entry.bit(Attribute.NETBIOS_NAME) | Entry.bit(Attribute.TRUST_PARTNER);

    final StandIns standIns;
    final Ledger ledger;
    final KeyIndex byName = new KeyIndex();
    final KeyIndex bySpn = new KeyIndex();
    final KeyIndex groups = new KeyIndex();
    final KeyIndex bySid = new KeyIndex();
    final Memberships memberships = new Memberships();
    final Map<Integer, Integer> moved = new HashMap<>();
    final Map<String, List<String>> backEnds = new HashMap<>();
    final List<SourceIntake> sources = new ArrayList<>();
    final Set<String> domains = new LinkedHashSet<>();

    /** What domains are called in accounts, by their names in the network. */
    final Map<String, String> netbiosNames = new HashMap<>();

    final KeyIndex identities = new KeyIndex();

    /** Accounts that somebody asked for, which are asked for again: those of a server, and who holds its names. */
    private final Map<Integer, Account> asked = new ConcurrentHashMap<>();

    private final List<Grant> grants = new ArrayList<>();

    /** Accounts of which no source says where they lie. */
    private final List<Integer> homeless = new ArrayList<>();

    /** Gathers from the beginning. */
    public Registry() {
        this(new StandIns());
    }

    private Registry(StandIns standIns) {
        this.standIns = standIns;
        this.ledger = new Ledger(standIns);
    }

    /** One to read all sources to again, where a source told too late which names matter; else empty. */
    public Optional<Registry> again() {
        return standIns.isLate() ? Optional.of(new Registry(new StandIns(standIns))) : Optional.empty();
    }

    /** Reads a file of whatever form. */
    public void read(String name, InputStream in) throws IOException, UnreadableDirectoryException {
        BufferedInputStream buffered = Form.buffered(in);
        Form form = Form.of(buffered);
        read(new SourceIntake(this, name, form, sources.size()), intake -> {
            form.read(buffered, intake);
            if (form == Form.JSON && intake.summary().accounts() == 0) {
                throw new UnreadableDirectoryException("there is no account in it");
            }
        });
    }

    /** Asks a directory that answers. Nothing is ever written there. */
    public void read(LiveSource source) throws UnreadableDirectoryException {
        String name = source.address().toString();
        try {
            read(new SourceIntake(this, name, Form.LIVE, sources.size()), i -> LiveDirectory.read(source, i));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells an intake all that there is. */
    private interface Telling {
        void tell(SourceIntake intake) throws IOException, UnreadableDirectoryException;
    }

    private void read(SourceIntake intake, Telling source) throws IOException, UnreadableDirectoryException {
        Mark mark = new Mark();
        try {
            source.tell(intake);
            standIns.check();
            sources.add(intake);
        } finally {
            if (!sources.contains(intake)) {
                mark.restore();
            }
        }
    }

    /** How much there was before a source. */
    private final class Mark {

        private final Ledger.Mark accounts = ledger.mark();
        private final int names = byName.size();
        private final int spns = bySpn.size();
        private final int ofGroups = groups.size();
        private final int sids = bySid.size();
        private final int identified = identities.size();
        private final int granted = grants.size();
        private final int circles = memberships.size();

        void restore() {
            ledger.restore(accounts);
            byName.truncate(names);
            bySpn.truncate(spns);
            groups.truncate(ofGroups);
            bySid.truncate(sids);
            identities.truncate(identified);
            memberships.truncate(circles);
            grants.subList(granted, grants.size()).clear();
            homeless.removeIf(number -> number >= ledger.size());
        }
    }

    /** That those with an identifier may act as others at a back end. */
    private record Grant(String identifier, String backEnd) {}

    /** All that was told. */
    public Directory directory() {
        merge();
        return new Directory(this);
    }

    /** Takes note of what is no account. */
    void note(Entry entry) {
        if ((entry.present() & OF_FOREST) == 0) {
            return;
        }
        entry.values(Attribute.SPN_MAPPINGS).forEach(standIns::note);
        String netbios = entry.value(Attribute.NETBIOS_NAME);
        String domain = DistinguishedName.domain(entry.value(Attribute.NC_NAME));
        if (!netbios.isEmpty() && !domain.isEmpty()) {
            netbiosNames.put(domain, netbios);
        }
        String partner = entry.value(Attribute.TRUST_PARTNER).toLowerCase(Locale.ROOT);
        if (!partner.isEmpty() && entry.has(Attribute.FLAT_NAME)) {
            netbiosNames.put(partner, entry.value(Attribute.FLAT_NAME));
        }
    }

    /** Keeps an account, which must have a name for signing in. */
    void add(Entry entry, AccountKind kind, long source) {
        int number = ledger.add(entry, kind, source);
        index(identities, entry, identity(entry), number);
        if (!entry.has(Attribute.DN)) {
            homeless.add(number);
        }
        bySid.add(Records.lastOfIdentifier(entry), number);
        if (kind == AccountKind.GROUP || kind == AccountKind.UNKNOWN) {
            index(groups, entry, Attribute.DN, number);
            memberships.note(entry);
        }
        if (kind != AccountKind.GROUP) {
            index(byName, entry, Attribute.ACCOUNT_NAME, number);
            if (ledger.hasOtherName()) {
                index(byName, entry, Attribute.UPN, number);
            }
        }
        index(bySpn, entry, Attribute.SPN, number);
        for (String key : principals(entry)) {
            Account account = ledger.get(number);
            grants.add(new Grant(key.toLowerCase(Locale.ROOT), account.domain() + "\\" + account.name()));
        }
    }

    private void index(KeyIndex index, Entry entry, Attribute name, int number) {
        int left = entry.count(name);
        for (int i = entry.first(name); left > 0; i = entry.next(i), left--) {
            if (name != Attribute.SPN || standIns.matters(entry, i)) {
                index.add(entry.bytes(), entry.start(i), entry.end(i), number);
            }
        }
    }

    private static Attribute identity(Entry entry) {
        return entry.has(Attribute.DN)
                ? Attribute.DN
                : entry.count(Attribute.SID) > 0 ? Attribute.SID : Attribute.ACCOUNT_NAME;
    }

    private static Set<String> principals(Entry entry) {
        if (!entry.has(Attribute.PRINCIPALS) && !entry.has(Attribute.ALLOWED_FROM)) {
            return Set.of();
        }
        Set<String> principals = new LinkedHashSet<>(entry.values(Attribute.PRINCIPALS));
        byte[] descriptor = entry.bytes(Attribute.ALLOWED_FROM);
        if (descriptor != null) {
            principals.addAll(SecurityDescriptor.allowed(descriptor));
        }
        entry.values(Attribute.ALLOWED_FROM).forEach(text -> principals.addAll(SecurityDescriptor.allowed(text)));
        return principals;
    }

    /** Makes one of the accounts that several sources, or several parts of one, tell of. */
    private void merge() {
        Merging merging = new Merging(this);
        identities.forEachShared(merging::alike);
        if (sources.size() > 1) {
            homeless.forEach(number -> merging.homeless(number, byName));
        }
        domains.addAll(ledger.domains());
        for (Grant grant : grants) {
            backEnds.computeIfAbsent(grant.identifier(), k -> new ArrayList<>(1))
                    .add(grant.backEnd());
        }
    }

    /** Those that an index may have under a key, of which some are wanted: they are kept, as they are asked for again. */
    List<Account> accounts(KeyIndex index, String key, Predicate<Account> wanted) {
        List<Account> found = new ArrayList<>();
        for (int number : targets(index.candidates(key))) {
            Account known = asked.get(number);
            Account account = known == null ? ledger.get(number) : known;
            if (wanted.test(account)) {
                asked.putIfAbsent(number, account);
                found.add(account);
            }
        }
        return found;
    }

    /** Those of a few, some of which are wanted. */
    List<Account> accounts(int[] candidates, Predicate<Account> wanted) {
        List<Account> found = new ArrayList<>();
        for (int number : targets(candidates)) {
            Account account = ledger.get(number);
            if (wanted.test(account)) {
                found.add(account);
            }
        }
        return found;
    }

    private Set<Integer> targets(int[] candidates) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (int number : candidates) {
            numbers.add(Merging.target(moved, number));
        }
        return numbers;
    }

    /** Whether a source that tells of an account tells more. */
    boolean tells(Account account, Predicate<SourceIntake> wanted) {
        return sources.stream().anyMatch(s -> (s.bit() & account.sources()) != 0 && wanted.test(s));
    }
}
