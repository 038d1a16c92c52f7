package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Accounts by their numbers, each in some tens of bytes, so that a directory of millions has room. */
final class Ledger {

    /** With what Java keeps of an array itself it has just room where Java puts large things. */
    private static final int CHUNK = (1 << 20) - 64;

    private static final int ALIGNED = 4;

    private final List<byte[]> chunks = new ArrayList<>();
    private final Records records;
    private final Packed record = new Packed();
    private int[] places = new int[1024];
    private int room;
    private int size;

    /** @param standIns which names are kept */
    Ledger(StandIns standIns) {
        this.records = new Records(standIns);
    }

    int size() {
        return size;
    }

    /** What is there now. */
    Mark mark() {
        return new Mark(size, records.mark());
    }

    /** What was there at some time. */
    record Mark(int size, BitSet parents) {}

    /** Forgets what was added since. */
    void restore(Mark mark) {
        size = mark.size;
        records.restore(mark.parents);
    }

    /** The domains of all. */
    Set<String> domains() {
        return records.domains();
    }

    /** Keeps what an entry says, which must have a name for signing in. */
    int add(Entry entry, AccountKind kind, long sources) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size] = place(entry, kind, sources);
        return size++;
    }

    /** Whether the one that was added last has a user principal name that does not follow from its name. */
    boolean hasOtherName() {
        return records.hasOtherName();
    }

    void set(int number, Account account) {
        places[number] = place(AccountReader.entry(account), account.kind(), account.sources());
    }

    private int place(Entry entry, AccountKind kind, long sources) {
        record.clear();
        records.write(record, entry, kind, sources);
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

    Account get(int number) {
        byte[] chunk = chunks.get(places[number] / (CHUNK / ALIGNED));
        return records.read(new Packed(chunk, places[number] % (CHUNK / ALIGNED) * ALIGNED));
    }
}
