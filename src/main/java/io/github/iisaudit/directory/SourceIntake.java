package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one source has, and what it can tell of what it does not have. */
final class SourceIntake implements Intake {

    /** What a global catalog does not have, though it be asked for. */
    private static final List<Attribute> RIGHTS =
            List.of(Attribute.ALLOWED_TO, Attribute.ALLOWED_FROM, Attribute.PRINCIPALS, Attribute.ENCRYPTION);

    /** What every object has and nobody asks for: where all of them are, the source was asked for everything. */
    private static final List<Attribute> BYSTANDERS =
            List.of(Attribute.INSTANCE_TYPE, Attribute.WHEN_CREATED, Attribute.CHANGE_NUMBER);

    /** That one account has one shows that the source was asked for it. */
    private static final List<Attribute> TELLING = List.of(
            Attribute.SPN,
            Attribute.FLAGS,
            Attribute.TRUSTED,
            Attribute.TRUSTED_TO_AUTH,
            Attribute.SID,
            Attribute.MEMBER_OF,
            Attribute.ALLOWED_TO,
            Attribute.ALLOWED_FROM,
            Attribute.PRINCIPALS,
            Attribute.ENCRYPTION,
            Attribute.INSTANCE_TYPE,
            Attribute.WHEN_CREATED,
            Attribute.CHANGE_NUMBER);

    private final AccountReader reader = new AccountReader();
    private final Registry registry;
    private final String name;
    private final Form form;
    private final long bit;
    private final Set<Attribute> asked = EnumSet.noneOf(Attribute.class);
    private final Set<Attribute> seen = EnumSet.noneOf(Attribute.class);
    private final Set<Attribute> gone = EnumSet.noneOf(Attribute.class);

    private final List<String> answers = new ArrayList<>();
    private boolean hasUsers;
    private boolean hasComputers;
    private boolean hasOtherNames;
    private boolean hasBackEnds;
    private boolean isWide;
    private boolean hasTransition;

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
        TELLING.forEach(each -> note(entry, each));
        hasTransition |= account.isFlagged(Account.PROTOCOL_TRANSITION);
        hasBackEnds |= account.kind() == AccountKind.COMPUTER;
        isWide |= !hasHttp(account);
        if (!isTold(Attribute.SPN)) {
            hasUsers |= isUser(account);
            return;
        }
        hasUsers |= isUser(account) && account.isSpnWhole();
        hasComputers |= account.kind() == AccountKind.COMPUTER && account.isSpnWhole() && entry.has(Attribute.SPN);
        hasOtherNames |= entry.has(Attribute.SPN) && !hasHttp(account);
    }

    private static boolean isUser(Account account) {
        return account.kind() == AccountKind.USER || account.kind() == AccountKind.UNKNOWN;
    }

    private void note(Entry entry, Attribute attribute) {
        if (entry.has(attribute)) {
            seen.add(attribute);
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

    /** Whether the source was asked for an attribute, as far as anybody can see. */
    private boolean isTold(Attribute attribute) {
        return asked.contains(attribute) || seen.contains(attribute);
    }

    /** Whether all users are there, with their names: as far as anybody can see. */
    boolean tellsOfUsers() {
        return isFull || !isPart && form != Form.SETSPN && isTold(Attribute.SPN) && hasUsers;
    }

    boolean tellsOfComputers() {
        return isFull || !isPart && form != Form.SETSPN && hasComputers;
    }

    /** Whether there are computers, and not only those accounts that serve something by HTTP, with whom they let act as others. */
    boolean tellsOfBackEnds() {
        boolean isLost = gone.contains(Attribute.ALLOWED_FROM) || gone.contains(Attribute.PRINCIPALS);
        return isFull
                || !isPart
                        && hasBackEnds
                        && isWide
                        && !isLost
                        && (tellsOf(Attribute.ALLOWED_FROM) || tellsOf(Attribute.PRINCIPALS));
    }

    /** Whether accounts without an HTTP name are there too. */
    boolean tellsOfHostNames() {
        return isFull || !isPart && form != Form.SETSPN && hasComputers && hasOtherNames;
    }

    /** Whether what an account may reach is there. That an account may reach it by any protocol is of no use without. */
    boolean tellsOfDelegation() {
        return !gone.contains(Attribute.ALLOWED_TO)
                && tellsOf(Attribute.ALLOWED_TO)
                && (!hasTransition || seen.contains(Attribute.ALLOWED_TO) || isFull);
    }

    /** Whether a right that no account has is nowhere: it was asked for, and not of a global catalog. */
    private boolean tellsOf(Attribute right) {
        boolean isAsked = asked.contains(right) && (form != Form.LDIF || hasRights());
        return seen.contains(right) || isAsked || isWhole();
    }

    private boolean hasRights() {
        return RIGHTS.stream().anyMatch(seen::contains);
    }

    /** Whether it was asked for everything. Objects of PowerShell leave out what they do not have. */
    private boolean isWhole() {
        return (!isListed || form == Form.JSON) && seen.containsAll(BYSTANDERS) && hasRights();
    }

    /** Whether accounts say in which ways they may, by their flags or by what PowerShell makes of them. */
    boolean tellsOfFlags() {
        return isTold(Attribute.FLAGS) || isTold(Attribute.TRUSTED) && isTold(Attribute.TRUSTED_TO_AUTH);
    }

    /** Computers write down themselves what they can, so that some have it. */
    boolean tellsOfEncryption() {
        boolean isAsked = asked.contains(Attribute.ENCRYPTION) && (form != Form.LDIF || !hasComputers);
        return seen.contains(Attribute.ENCRYPTION) || isAsked;
    }

    boolean tellsOfNames() {
        boolean isAsked = asked.contains(Attribute.SPN) && (form == Form.SETSPN || form == Form.LIVE);
        return seen.contains(Attribute.SPN) || isAsked;
    }

    boolean tellsOfGroups() {
        return isTold(Attribute.MEMBER_OF) && !gone.contains(Attribute.MEMBER_OF);
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
