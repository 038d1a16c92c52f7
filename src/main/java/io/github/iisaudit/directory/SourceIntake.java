package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one source has, and what it can tell of what it does not have. */
final class SourceIntake implements Intake {

    /** What a global catalog does not have, though it be asked for. */
    private static final List<Attribute> RIGHTS =
            List.of(Attribute.ALLOWED_TO, Attribute.ALLOWED_FROM, Attribute.PRINCIPALS, Attribute.ENCRYPTION);

    /** What every object has and nobody asks for: where all of them are, the source was asked for everything. */
    private static final List<Attribute> BYSTANDERS =
            List.of(Attribute.INSTANCE_TYPE, Attribute.WHEN_CREATED, Attribute.CHANGE_NUMBER);

    private final Registry registry;
    private final String name;
    private final Form form;
    private final long bit;
    private final Set<Attribute> asked = EnumSet.noneOf(Attribute.class);

    /** A bit for each attribute that some account has, and for each of which it may lack values. */
    private long seen;

    private long gone;

    /** More questions with a star nobody asks, and no longer ones; what goes beyond is no answer. */
    private static final int MOST_PATTERNS = 32;

    private static final int LONGEST_PATTERN = 256;

    /** The names that it answers for, in lower case, and those with a star in them. */
    private final Set<String> answers = new HashSet<>();

    private final List<String> patterns = new ArrayList<>();
    private boolean hasAccountNames;
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
    private boolean isMissing;
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
    public Entry add(Entry entry) {
        registry.note(entry);
        AccountKind kind = AccountKind.of(entry);
        if (isAccount(entry, kind)) {
            add(entry, kind);
        }
        return entry;
    }

    private void add(Entry entry, AccountKind kind) {
        hasAccountNames |= entry.has(Attribute.ACCOUNT_NAME);
        AccountReader.name(entry, kind);
        accounts++;
        lost += entry.isLost(Attribute.SPN) ? 1 : 0;
        if (kind != AccountKind.GROUP) {
            look(entry, kind);
        }
        registry.add(entry, kind, bit);
    }

    private static boolean isAccount(Entry entry, AccountKind kind) {
        boolean isNamed = entry.has(Attribute.DN) || entry.has(Attribute.ACCOUNT_NAME);
        return isNamed && (kind != AccountKind.OTHER || entry.has(Attribute.SPN));
    }

    private void look(Entry entry, AccountKind kind) {
        seen |= entry.present();
        gone |= entry.lost();
        boolean hasHttp = AccountReader.hasHttp(entry);
        boolean isUser = kind == AccountKind.USER || kind == AccountKind.UNKNOWN;
        hasTransition |= (AccountReader.flags(entry) & Account.PROTOCOL_TRANSITION) != 0;
        hasBackEnds |= kind == AccountKind.COMPUTER;
        isWide |= !hasHttp;
        if (!isTold(Attribute.SPN)) {
            hasUsers |= isUser;
            return;
        }
        boolean isWhole = !entry.isLost(Attribute.SPN);
        hasUsers |= isUser && isWhole;
        hasComputers |= kind == AccountKind.COMPUTER && isWhole && entry.has(Attribute.SPN);
        hasOtherNames |= entry.has(Attribute.SPN) && !hasHttp;
    }

    @Override
    public void drop() {
        dropped++;
    }

    @Override
    public void miss() {
        isPart = true;
        isMissing = true;
    }

    @Override
    public void ask(Attribute attribute) {
        asked.add(attribute);
        isListed = true;
    }

    @Override
    public void answer(String pattern) {
        if (pattern.indexOf('*') < 0) {
            answers.add(pattern.toLowerCase(Locale.ROOT));
        } else if (patterns.size() < MOST_PATTERNS && pattern.length() <= LONGEST_PATTERN) {
            patterns.add(pattern);
        }
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

    /** That an account has one shows that the source was asked for it. */
    private boolean isSeen(Attribute attribute) {
        return (seen & (Entry.bit(attribute) | Entry.bit(attribute.binary()))) != 0;
    }

    private boolean isGone(Attribute attribute) {
        return (gone & Entry.bit(attribute)) != 0;
    }

    /** Whether the source was asked for an attribute, as far as anybody can see. */
    private boolean isTold(Attribute attribute) {
        return asked.contains(attribute) || isSeen(attribute);
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
        boolean isLost = isGone(Attribute.ALLOWED_FROM) || isGone(Attribute.PRINCIPALS);
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
        return !isGone(Attribute.ALLOWED_TO)
                && tellsOf(Attribute.ALLOWED_TO)
                && (!hasTransition || isSeen(Attribute.ALLOWED_TO) || isFull);
    }

    /** Whether a right that no account has is nowhere: it was asked for, and not of a global catalog. */
    private boolean tellsOf(Attribute right) {
        boolean isAsked = asked.contains(right) && (form != Form.LDIF || hasRights());
        return isSeen(right) || isAsked || isWhole();
    }

    private boolean hasRights() {
        return RIGHTS.stream().anyMatch(this::isSeen);
    }

    /** Whether it was asked for everything. Objects of PowerShell leave out what they do not have. */
    private boolean isWhole() {
        return (!isListed || form == Form.JSON) && BYSTANDERS.stream().allMatch(this::isSeen) && hasRights();
    }

    /** Whether accounts say in which ways they may, by their flags or by what PowerShell makes of them. */
    boolean tellsOfFlags() {
        return isTold(Attribute.FLAGS) || isTold(Attribute.TRUSTED) && isTold(Attribute.TRUSTED_TO_AUTH);
    }

    /** Computers write down themselves what they can, so that some have it. */
    boolean tellsOfEncryption() {
        boolean isAsked = asked.contains(Attribute.ENCRYPTION) && (form != Form.LDIF || !hasComputers);
        return isSeen(Attribute.ENCRYPTION) || isAsked;
    }

    /** Whether an account without a value has none, since others have: a right, encryption types. */
    boolean shows(Attribute attribute) {
        return isSeen(attribute) && !isGone(attribute);
    }

    /** Whether accounts are called what they sign in with. */
    boolean tellsOfAccountNames() {
        return hasAccountNames;
    }

    boolean tellsOfPrincipalNames() {
        return isTold(Attribute.UPN);
    }

    boolean tellsOfNames() {
        boolean isAsked = asked.contains(Attribute.SPN) && (form == Form.SETSPN || form == Form.LIVE);
        return isSeen(Attribute.SPN) || isAsked;
    }

    boolean tellsOfGroups() {
        return isTold(Attribute.MEMBER_OF) && !isGone(Attribute.MEMBER_OF);
    }

    boolean tellsOfDuplicates() {
        return knowsDuplicates;
    }

    boolean isMissing() {
        return isMissing;
    }

    boolean tellsAllOf(String spn) {
        return answers.contains(spn.toLowerCase(Locale.ROOT))
                || patterns.stream().anyMatch(pattern -> Patterns.matches(pattern, spn));
    }

    SourceSummary summary() {
        return new SourceSummary(name, form.id(), accounts, dropped, lost);
    }
}
