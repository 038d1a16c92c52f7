package io.github.iisaudit.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a record of an account looks like: written from an entry byte by byte, read as an account. What many share is there once. */
final class Records {

    /** What a record has beside what all have. */
    private static final int UPN = 1;

    private static final int HOST = 2;
    private static final int SID = 4;
    private static final int LISTS = 8;
    private static final int FLAGS = 16;
    private static final int ENCRYPTION = 32;
    private static final int OTHER_NAME = 64;
    private static final int SPN_LOST = 128;
    private static final int DISPUTED = 256;

    private final StandIns standIns;
    private final Interned texts = new Interned();

    /** The distinguished names of what others lie in, and the domains of these. */
    private final Interned above = new Interned();

    private final List<byte[]> domains = new ArrayList<>();
    private BitSet parents = new BitSet();

    /** The identifier that was there last, without its last part: in bytes, and by its number in words. */
    private byte[] authority = {};

    private int authorityNumber;
    private boolean hasOtherName;

    Records(StandIns standIns) {
        this.standIns = standIns;
    }

    /** What there is now, as far as it counts. */
    BitSet mark() {
        return (BitSet) parents.clone();
    }

    void restore(BitSet mark) {
        parents = mark;
    }

    /** The domains of all. */
    Set<String> domains() {
        Set<String> all = new LinkedHashSet<>();
        parents.stream().forEach(parent -> all.add(DistinguishedName.domain(above.text(parent))));
        all.remove("");
        return all;
    }

    /** Whether the one written last has a user principal name that does not follow from its name. */
    boolean hasOtherName() {
        return hasOtherName;
    }

    /** Writes one of an entry that has a name. */
    void write(Packed record, Entry entry, AccountKind kind, long sources) {
        byte[] bytes = entry.bytes();
        boolean hasDn = entry.has(Attribute.DN);
        int dn = hasDn ? entry.start(entry.first(Attribute.DN)) : 0;
        int end = hasDn ? entry.end(entry.first(Attribute.DN)) : 0;
        int parent = DistinguishedName.parent(bytes, dn, end);
        int place = above.number(bytes, parent, end);
        parents.set(place);
        int parts = parts(entry, kind) | names(entry, place);
        hasOtherName = (parts & UPN) != 0;
        record.add(kind.ordinal());
        record.add(parts);
        record.add((int) sources);
        record.add((int) (sources >>> Integer.SIZE));
        record.add(AccountReader.passwordDay(entry));
        record.add(bytes, dn, parent);
        record.add(place);
        optional(record, (parts & OTHER_NAME) != 0, entry, Attribute.ACCOUNT_NAME);
        optional(record, (parts & UPN) != 0, entry, Attribute.UPN);
        optional(record, (parts & HOST) != 0, entry, Attribute.HOST_NAME);
        rest(record, parts, entry);
    }

    private void rest(Packed record, int parts, Entry entry) {
        if ((parts & SID) != 0) {
            identifier(record, entry);
        }
        if ((parts & FLAGS) != 0) {
            record.add(AccountReader.flags(entry));
        }
        if ((parts & ENCRYPTION) != 0) {
            record.add((int) entry.number(Attribute.ENCRYPTION, 0));
        }
        if ((parts & LISTS) != 0) {
            spns(record, entry);
            all(record, entry, Attribute.ALLOWED_TO);
            groups(record, entry);
        }
        if ((parts & DISPUTED) != 0) {
            all(record, entry, Attribute.DISPUTED);
        }
    }

    private static int parts(Entry entry, AccountKind kind) {
        boolean hasLists =
                entry.has(Attribute.SPN) || entry.has(Attribute.ALLOWED_TO) || entry.has(Attribute.MEMBER_OF);
        return bit(HOST, kind != AccountKind.USER && entry.has(Attribute.HOST_NAME))
                | bit(SID, hasIdentifier(entry))
                | bit(LISTS, hasLists)
                | bit(FLAGS, AccountReader.hasFlags(entry))
                | bit(ENCRYPTION, entry.has(Attribute.ENCRYPTION))
                | bit(DISPUTED, entry.has(Attribute.DISPUTED))
                | bit(SPN_LOST, entry.isLost(Attribute.SPN));
    }

    private static int bit(int bit, boolean isSet) {
        return isSet ? bit : 0;
    }

    /** Which of its names do not follow from the distinguished name. */
    private int names(Entry entry, int place) {
        boolean isOther = entry.has(Attribute.ACCOUNT_NAME) && !UsualNames.isCommon(entry);
        boolean isUpn = entry.has(Attribute.UPN) && !UsualNames.isOfDomain(entry, domain(place));
        return bit(OTHER_NAME, isOther) | bit(UPN, isUpn);
    }

    private byte[] domain(int parent) {
        while (domains.size() <= parent) {
            String domain = DistinguishedName.domain(above.text(domains.size()));
            domains.add(domain.getBytes(StandardCharsets.UTF_8));
        }
        return domains.get(parent);
    }

    private static void optional(Packed record, boolean isThere, Entry entry, Attribute name) {
        if (isThere) {
            int number = entry.first(name);
            record.add(entry.bytes(), entry.start(number), entry.end(number));
        }
    }

    private static boolean hasIdentifier(Entry entry) {
        if (entry.count(Attribute.SID_BYTES) > 0) {
            int number = entry.first(Attribute.SID_BYTES);
            return Identifier.last(entry.bytes(), entry.start(number), entry.end(number)) >= 0;
        }
        return entry.value(Attribute.SID).startsWith("S-1-");
    }

    /** The part of an identifier that accounts are found by; 0 where there is none. */
    static int lastOfIdentifier(Entry entry) {
        if (!hasIdentifier(entry)) {
            return 0;
        } else if (entry.count(Attribute.SID_BYTES) == 0) {
            return Identifier.last(entry.value(Attribute.SID));
        }
        int number = entry.first(Attribute.SID_BYTES);
        return Identifier.number(entry.bytes(), entry.end(number) - 4);
    }

    /** All but the last part is the same for a whole domain. */
    private void identifier(Packed record, Entry entry) {
        if (entry.count(Attribute.SID_BYTES) == 0) {
            String sid = entry.value(Attribute.SID);
            int dash = sid.lastIndexOf('-') + 1;
            record.add(texts.number(sid.substring(0, dash)));
            record.add(Identifier.last(sid));
            return;
        }
        byte[] bytes = entry.bytes();
        int start = entry.start(entry.first(Attribute.SID_BYTES));
        int last = Identifier.last(bytes, start, entry.end(entry.first(Attribute.SID_BYTES)));
        if (!Arrays.equals(authority, 0, authority.length, bytes, start, last)) {
            authority = Arrays.copyOfRange(bytes, start, last);
            String sid = SecurityDescriptor.sid(Arrays.copyOfRange(bytes, start, last + 4));
            authorityNumber = texts.number(sid.substring(0, sid.lastIndexOf('-') + 1));
        }
        record.add(authorityNumber);
        record.add(Identifier.number(bytes, last));
    }

    private void spns(Packed record, Entry entry) {
        int count = 0;
        int left = entry.count(Attribute.SPN);
        for (int i = entry.first(Attribute.SPN); left > 0; i = entry.next(i), left--) {
            count += standIns.matters(entry, i) ? 1 : 0;
        }
        record.add(count);
        left = entry.count(Attribute.SPN);
        for (int i = entry.first(Attribute.SPN); left > 0; i = entry.next(i), left--) {
            if (standIns.matters(entry, i)) {
                record.add(entry.bytes(), entry.start(i), entry.end(i));
            }
        }
    }

    private static void all(Packed record, Entry entry, Attribute name) {
        int left = entry.count(name);
        record.add(left);
        for (int i = entry.first(name); left > 0; i = entry.next(i), left--) {
            record.add(entry.bytes(), entry.start(i), entry.end(i));
        }
    }

    private void groups(Packed record, Entry entry) {
        int left = entry.count(Attribute.MEMBER_OF);
        record.add(left);
        for (int i = entry.first(Attribute.MEMBER_OF); left > 0; i = entry.next(i), left--) {
            record.add(texts.number(entry.bytes(), entry.start(i), entry.end(i)));
        }
    }

    Account read(Packed in) {
        AccountKind kind = AccountKind.values()[in.number()];
        int parts = in.number();
        long sources = in.number() & 0xFFFFFFFFL | (long) in.number() << Integer.SIZE;
        int day = in.number();
        String dn = in.text() + above.text(in.number());
        String name = (parts & OTHER_NAME) != 0 ? in.text() : DistinguishedName.name(dn);
        String upn = (parts & UPN) != 0 ? in.text() : "";
        String host = (parts & HOST) != 0 ? in.text() : "";
        String sid = (parts & SID) != 0 ? texts.text(in.number()) + Integer.toUnsignedString(in.number()) : "";
        Optional<Integer> flags = (parts & FLAGS) != 0 ? Optional.of(in.number()) : Optional.empty();
        Optional<Integer> encryption = (parts & ENCRYPTION) != 0 ? Optional.of(in.number()) : Optional.empty();
        boolean hasLists = (parts & LISTS) != 0;
        List<String> spns = hasLists ? Names.of(in.texts()) : List.of();
        List<String> allowedTo = hasLists ? in.texts() : List.of();
        List<String> groups = new ArrayList<>();
        for (int left = hasLists ? in.number() : 0; left > 0; left--) {
            groups.add(texts.text(in.number()));
        }
        List<String> disputed = (parts & DISPUTED) != 0 ? Names.of(in.texts()) : List.of();
        boolean isWhole = (parts & SPN_LOST) == 0;
        return new Account(
                dn,
                name,
                upn,
                host,
                kind,
                sid,
                flags,
                encryption,
                day,
                spns,
                isWhole,
                allowedTo,
                groups,
                disputed,
                sources);
    }
}
