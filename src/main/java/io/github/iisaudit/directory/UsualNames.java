package io.github.iisaudit.directory;

/** Tells which names of an account follow from where it lies, so that they need not be kept. */
final class UsualNames {

    private UsualNames() {}

    /** Whether the name for signing in is what the distinguished name begins with. */
    static boolean isCommon(Entry entry) {
        if (!entry.has(Attribute.DN)) {
            return false;
        }
        byte[] bytes = entry.bytes();
        int dn = entry.start(entry.first(Attribute.DN));
        int end = entry.end(entry.first(Attribute.DN));
        int start = entry.start(entry.first(Attribute.ACCOUNT_NAME));
        int length = entry.end(entry.first(Attribute.ACCOUNT_NAME)) - start;
        int equals = dn;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        int stop = equals + 1 + length;
        return stop < end && bytes[stop] == ',' && isPlain(bytes, equals + 1, start, length);
    }

    /** Whether two texts are one, without an escape. */
    private static boolean isPlain(byte[] bytes, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[one + i] != bytes[other + i] || bytes[one + i] == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Whether the other name is that for signing in with the domain behind it, ignoring case. */
    static boolean isOfDomain(Entry entry, byte[] domain) {
        if (!entry.has(Attribute.ACCOUNT_NAME)) {
            return false;
        }
        byte[] bytes = entry.bytes();
        int upn = entry.start(entry.first(Attribute.UPN));
        int end = entry.end(entry.first(Attribute.UPN));
        int name = entry.start(entry.first(Attribute.ACCOUNT_NAME));
        int length = entry.end(entry.first(Attribute.ACCOUNT_NAME)) - name;
        return end - upn == length + 1 + domain.length
                && bytes[upn + length] == '@'
                && isAlike(bytes, upn, bytes, name, length)
                && isAlike(bytes, upn + length + 1, domain, 0, domain.length);
    }

    private static boolean isAlike(byte[] bytes, int at, byte[] others, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (lower(bytes[at + i]) != lower(others[other + i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter;
    }
}
