package io.github.iisaudit.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int[] places = new int[1024];
    private int room;
    private int size;

    int size() {
        return size;
    }

    /** Forgets the last ones, all but so many. */
    void truncate(int wanted) {
        size = Math.min(size, wanted);
    }

    int add(Account account) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size] = place(packed(account));
        return size++;
    }

    void set(int number, Account account) {
        places[number] = place(packed(account));
    }

    private int place(byte[] record) {
        if (room < record.length) {
            chunks.add(new byte[Math.max(CHUNK, record.length)]);
            room = chunks.get(chunks.size() - 1).length;
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        int at = (chunk.length - room + ALIGNED - 1) / ALIGNED * ALIGNED;
        if (at + record.length > chunk.length) {
            room = 0;
            return place(record);
        }
        System.arraycopy(record, 0, chunk, at, record.length);
        room = chunk.length > CHUNK ? 0 : chunk.length - at - record.length;
        return (chunks.size() - 1) * (CHUNK / ALIGNED) + at / ALIGNED;
    }

    private byte[] packed(Account account) {
        bytes.reset();
        try {
            write(account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Account account) throws IOException {
        String cn = DistinguishedName.name(account.dn());
        int parts = parts(account, cn);
        out.writeByte(account.kind().ordinal());
        out.writeByte(parts);
        out.writeLong(account.sources());
        out.writeInt(account.passwordDay());
        String parent = DistinguishedName.parent(account.dn());
        text(account.dn().substring(0, account.dn().length() - parent.length()));
        out.writeInt(texts.number(parent));
        optional((parts & OTHER_NAME) != 0, account.name());
        optional((parts & UPN) != 0, account.upn());
        optional((parts & HOST) != 0, account.hostName());
        if ((parts & SID) != 0) {
            int dash = account.sid().lastIndexOf('-') + 1;
            out.writeInt(texts.number(account.sid().substring(0, dash)));
            text(account.sid().substring(dash));
        }
        number((parts & FLAGS) != 0, account.flags());
        number((parts & ENCRYPTION) != 0, account.encryption());
        if ((parts & LISTS) != 0) {
            list(account.spns());
            list(account.allowedTo());
            out.writeInt(account.groups().size());
            for (String group : account.groups()) {
                out.writeInt(texts.number(group));
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

    private void optional(boolean isThere, String text) throws IOException {
        if (isThere) {
            text(text);
        }
    }

    private void number(boolean isThere, Optional<Integer> number) throws IOException {
        if (isThere) {
            out.writeInt(number.orElse(0));
        }
    }

    private void list(List<String> all) throws IOException {
        out.writeShort(all.size());
        for (String each : all) {
            text(each);
        }
    }

    private void text(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(encoded.length, Short.MAX_VALUE);
        out.writeShort(length);
        out.write(encoded, 0, length);
    }

    Account get(int number) {
        int chunk = places[number] / (CHUNK / ALIGNED);
        int at = places[number] % (CHUNK / ALIGNED) * ALIGNED;
        byte[] all = chunks.get(chunk);
        try {
            return read(new DataInputStream(new ByteArrayInputStream(all, at, all.length - at)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Account read(DataInputStream in) throws IOException {
        AccountKind kind = AccountKind.values()[in.readByte()];
        int parts = in.readByte() & 0xFF;
        long sources = in.readLong();
        int day = in.readInt();
        String dn = text(in) + texts.text(in.readInt());
        String name = (parts & OTHER_NAME) != 0 ? text(in) : DistinguishedName.name(dn);
        String upn = (parts & UPN) != 0 ? text(in) : "";
        String host = (parts & HOST) != 0 ? text(in) : "";
        String sid = (parts & SID) != 0 ? texts.text(in.readInt()) + text(in) : "";
        Optional<Integer> flags = (parts & FLAGS) != 0 ? Optional.of(in.readInt()) : Optional.empty();
        Optional<Integer> encryption = (parts & ENCRYPTION) != 0 ? Optional.of(in.readInt()) : Optional.empty();
        boolean hasLists = (parts & LISTS) != 0;
        List<String> spns = hasLists ? list(in) : List.of();
        List<String> allowedTo = hasLists ? list(in) : List.of();
        List<String> groups = new ArrayList<>();
        for (int left = hasLists ? in.readInt() : 0; left > 0; left--) {
            groups.add(texts.text(in.readInt()));
        }
        boolean isWhole = (parts & SPN_LOST) == 0;
        return new Account(
                dn, name, upn, host, kind, sid, flags, encryption, day, spns, isWhole, allowedTo, groups, sources);
    }

    private static List<String> list(DataInputStream in) throws IOException {
        List<String> all = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            all.add(text(in));
        }
        return all;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readShort()), StandardCharsets.UTF_8);
    }
}
