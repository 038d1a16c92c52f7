package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one source has, and what it can tell of what it does not have. */
final class SourceIntake implements Intake {

    /** That one account has one of these shows that the source was asked for it. */
    private static final List<Attribute> TELLING =
            List.of(Attribute.ALLOWED_TO, Attribute.ALLOWED_FROM, Attribute.PRINCIPALS, Attribute.ENCRYPTION);

    private final AccountReader reader = new AccountReader();
    private final Registry registry;
    private final String name;
    private final Form form;
    private final long bit;
    private final Set<Attribute> asked = new HashSet<>();
    private final Set<Attribute> gone = new HashSet<>();
    private final List<String> answers = new ArrayList<>();
    private boolean hasUsers;
    private boolean hasComputers;
    private boolean hasOtherNames;
    private boolean hasBackEnds;
    private boolean isWide;
    private boolean isDetailed;

    /** Whether the source says itself which attributes it was asked for. */
    private boolean isListed;

    private boolean isFull;
    private boolean isPart;
    private boolean knowsDuplicates;
    private int accounts;
    private int dropped;
    private int lost;

    SourceIntake(Registry registry, String name, Form form, int number) {
        this.registry = registry;
        this.name = name;
        this.form = form;
        this.bit = 1L << Math.min(number, Long.SIZE - 2);
    }

    @Override
    public void add(Entry entry) {
        registry.note(entry);
        AccountKind kind = AccountKind.of(entry);
        if (!isAccount(entry, kind)) {
            return;
        }
        Account account = reader.account(entry, kind, bit);
        accounts++;
        lost += account.isSpnWhole() ? 0 : 1;
        if (account.kind() != AccountKind.GROUP) {
            look(entry, account);
        }
        registry.add(account, entry);
    }

    private static boolean isAccount(Entry entry, AccountKind kind) {
        boolean isNamed =
                !entry.dn().isEmpty() || !entry.value(Attribute.ACCOUNT_NAME).isEmpty();
        return isNamed && (kind != AccountKind.OTHER || entry.has(Attribute.SPN));
    }

    private void look(Entry entry, Account account) {
        for (Attribute each : TELLING) {
            note(entry, each);
        }
        note(entry, Attribute.MEMBER_OF);
        hasBackEnds |= account.kind() == AccountKind.COMPUTER;
        isWide |= !hasHttp(account);
        isDetailed |= entry.has(Attribute.INSTANCE_TYPE) || entry.has(Attribute.WHEN_CREATED);
        if (!entry.has(Attribute.SPN) && !asked.contains(Attribute.SPN)) {
            hasUsers |= account.kind() == AccountKind.USER;
            return;
        }
        asked.add(Attribute.SPN);
        hasUsers |= account.kind() == AccountKind.USER && account.isSpnWhole();
        hasComputers |= account.kind() == AccountKind.COMPUTER && account.isSpnWhole();
        hasOtherNames |= entry.has(Attribute.SPN) && !hasHttp(account);
    }

    private void note(Entry entry, Attribute attribute) {
        if (entry.has(attribute)) {
            asked.add(attribute);
        }
        if (entry.isLost(attribute)) {
            gone.add(attribute);
        }
    }

    private static boolean hasHttp(Account account) {
        return account.spns().stream().anyMatch(spn -> AccountReader.isOf(spn, "http"));
    }

    @Override
    public void drop() {
        dropped++;
    }

    @Override
    public void ask(Attribute attribute) {
        asked.add(attribute);
        isListed = true;
    }

    @Override
    public void answer(String pattern) {
        answers.add(pattern);
    }

    @Override
    public void knowDuplicates() {
        knowsDuplicates = true;
    }

    /**
     * Says whether a directory that answered in full was asked for all accounts, or for those of a part of it, from which nothing
     * follows for others.
     */
    void answered(boolean isAll) {
        isFull = isAll;
        isPart = !isAll;
    }

    long bit() {
        return bit;
    }

    /** Whether all users are there, with their names: as far as anybody can see. */
    boolean tellsOfUsers() {
        return isFull || !isPart && form != Form.SETSPN && asked.contains(Attribute.SPN) && hasUsers;
    }

    boolean tellsOfComputers() {
        return isFull || !isPart && form != Form.SETSPN && asked.contains(Attribute.SPN) && hasComputers;
    }

    /** Whether there are computers, and not only those accounts that serve something by HTTP, with whom they let act as others. */
    boolean tellsOfBackEnds() {
        return isFull || !isPart && hasBackEnds && isWide && hasBackEndRights();
    }

    private boolean hasBackEndRights() {
        boolean isAsked = asked.contains(Attribute.ALLOWED_FROM) || asked.contains(Attribute.PRINCIPALS);
        boolean isLost = gone.contains(Attribute.ALLOWED_FROM) || gone.contains(Attribute.PRINCIPALS);
        return !isLost && (isAsked || isWhole());
    }

    /** Whether accounts without an HTTP name are there too. */
    boolean tellsOfHostNames() {
        return isFull || !isPart && form != Form.SETSPN && hasComputers && hasOtherNames;
    }

    /** Whether what an account may reach is there. A global catalog has none of it, and an export may not have asked for it. */
    boolean tellsOfDelegation() {
        return !gone.contains(Attribute.ALLOWED_TO) && (asked.contains(Attribute.ALLOWED_TO) || isWhole());
    }

    /** Whether it has any right, where nobody says what it was asked for: who asks for one asks for all. */
    private boolean isWhole() {
        return !isListed
                && (asked.contains(Attribute.ALLOWED_TO)
                        || asked.contains(Attribute.ALLOWED_FROM)
                        || asked.contains(Attribute.PRINCIPALS)
                        || isDetailed && asked.contains(Attribute.ENCRYPTION));
    }

    /** Computers write down themselves what they can, so that some have it. */
    boolean tellsOfEncryption() {
        return asked.contains(Attribute.ENCRYPTION);
    }

    boolean tellsOfNames() {
        return asked.contains(Attribute.SPN);
    }

    boolean tellsOfGroups() {
        return asked.contains(Attribute.MEMBER_OF) && !gone.contains(Attribute.MEMBER_OF);
    }

    boolean tellsOfDuplicates() {
        return knowsDuplicates;
    }

    boolean tellsAllOf(String spn) {
        return answers.stream().anyMatch(pattern -> Patterns.matches(pattern, spn));
    }

    SourceSummary summary() {
        return new SourceSummary(name, form.id(), accounts, dropped, lost);
    }
}
