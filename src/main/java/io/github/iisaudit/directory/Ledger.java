package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts by their numbers, each in some tens of bytes, so that a directory of millions has room. */
final class Ledger {

    private static final int CHUNK = 1 << 20;
    private static final int ALIGNED = 4;

    /** What a record has beside what all have. */
    private static final int UPN = 1;

    private static final int HOST = 2;
    private static final int SID = 4;
    private static final int LISTS = 8;
    private static final int FLAGS = 16;
    private static final int ENCRYPTION = 32;
    private static final int OTHER_NAME = 64;
    private static final int SPN_LOST = 128;

    private final List<byte[]> chunks = new ArrayList<>();
    private final Interned texts = new Interned();
    private final Packed record = new Packed();
    private BitSet parents = new BitSet();
    private int[] places = new int[1024];
    private int room;
    private int size;

    int size() {
        return size;
    }

    /** What is there now. */
    Mark mark() {
        return new Mark(size, (BitSet) parents.clone());
    }

    /** What was there at some time. */
    record Mark(int size, BitSet parents) {}

    /** Forgets what was added since. */
    void restore(Mark mark) {
        size = mark.size;
        parents = mark.parents;
    }

    /** The domains of all. */
    Set<String> domains() {
        Set<String> domains = new LinkedHashSet<>();
        parents.stream().forEach(parent -> domains.add(DistinguishedName.domain(texts.text(parent))));
        domains.remove("");
        return domains;
    }

    int add(Account account) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size] = place(account);
        return size++;
    }

    void set(int number, Account account) {
        places[number] = place(account);
    }

    private int place(Account account) {
        record.clear();
        write(account);
        int length = record.length();
        if (room < length) {
            chunks.add(new byte[Math.max(CHUNK, length)]);
            room = chunks.get(chunks.size() - 1).length;
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        int at = chunk.length - room;
        record.copyTo(chunk, at);
        room = chunk.length > CHUNK ? 0 : Math.max(0, room - (length + ALIGNED - 1) / ALIGNED * ALIGNED);
        return (chunks.size() - 1) * (CHUNK / ALIGNED) + at / ALIGNED;
    }

    private void write(Account account) {
        String dn = account.dn();
        String parent = DistinguishedName.parent(dn);
        int parts = parts(account, DistinguishedName.name(dn));
        record.add(account.kind().ordinal());
        record.add(parts);
        record.add((int) account.sources());
        record.add((int) (account.sources() >>> Integer.SIZE));
        record.add(account.passwordDay());
        record.add(dn.substring(0, dn.length() - parent.length()));
        int above = texts.number(parent);
        parents.set(above);
        record.add(above);
        optional((parts & OTHER_NAME) != 0, account.name());
        optional((parts & UPN) != 0, account.upn());
        optional((parts & HOST) != 0, account.hostName());
        if ((parts & SID) != 0) {
            int dash = account.sid().lastIndexOf('-') + 1;
            record.add(texts.number(account.sid().substring(0, dash)));
            record.add(account.sid().substring(dash));
        }
        account.flags().ifPresent(record::add);
        account.encryption().ifPresent(record::add);
        if ((parts & LISTS) != 0) {
            record.add(account.spns());
            record.add(account.allowedTo());
            record.add(account.groups().size());
            for (String group : account.groups()) {
                record.add(texts.number(group));
            }
        }
    }

    private static int parts(Account account, String cn) {
        return bit(UPN, !account.upn().isEmpty())
                | bit(HOST, !account.hostName().isEmpty())
                | bit(SID, account.sid().indexOf('-') > 0)
                | bit(
                        LISTS,
                        !account.spns().isEmpty()
                                || !account.allowedTo().isEmpty()
                                || !account.groups().isEmpty())
                | bit(FLAGS, account.flags().isPresent())
                | bit(ENCRYPTION, account.encryption().isPresent())
                | bit(OTHER_NAME, !account.name().equals(cn))
                | bit(SPN_LOST, !account.isSpnWhole());
    }

    private static int bit(int bit, boolean isSet) {
        return isSet ? bit : 0;
    }

    private void optional(boolean isThere, String text) {
        if (isThere) {
            record.add(text);
        }
    }

    Account get(int number) {
        byte[] chunk = chunks.get(places[number] / (CHUNK / ALIGNED));
        return read(new Packed(chunk, places[number] % (CHUNK / ALIGNED) * ALIGNED));
    }

    private Account read(Packed in) {
        AccountKind kind = AccountKind.values()[in.number()];
        int parts = in.number();
        long sources = in.number() & 0xFFFFFFFFL | (long) in.number() << Integer.SIZE;
        int day = in.number();
        String dn = in.text() + texts.text(in.number());
        String name = (parts & OTHER_NAME) != 0 ? in.text() : DistinguishedName.name(dn);
        String upn = (parts & UPN) != 0 ? in.text() : "";
        String host = (parts & HOST) != 0 ? in.text() : "";
        String sid = (parts & SID) != 0 ? texts.text(in.number()) + in.text() : "";
        Optional<Integer> flags = (parts & FLAGS) != 0 ? Optional.of(in.number()) : Optional.empty();
        Optional<Integer> encryption = (parts & ENCRYPTION) != 0 ? Optional.of(in.number()) : Optional.empty();
        boolean hasLists = (parts & LISTS) != 0;
        List<String> spns = hasLists ? in.texts() : List.of();
        List<String> allowedTo = hasLists ? in.texts() : List.of();
        List<String> groups = new ArrayList<>();
        for (int left = hasLists ? in.number() : 0; left > 0; left--) {
            groups.add(texts.text(in.number()));
        }
        boolean isWhole = (parts & SPN_LOST) == 0;
        return new Account(
                dn, name, upn, host, kind, sid, flags, encryption, day, spns, isWhole, allowedTo, groups, sources);
    }
}
