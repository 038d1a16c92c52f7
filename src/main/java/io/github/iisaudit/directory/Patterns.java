package io.github.iisaudit.directory;

/** Names with {@code *} for any characters, as setspn takes them, ignoring case. */
final class Patterns {

    private Patterns() {}

    static boolean matches(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equalsIgnoreCase(name);
        }
        if (!name.regionMatches(true, 0, pattern, 0, star)) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        for (int i = star; i <= name.length(); i++) {
            if (matches(rest, name.substring(i))) {
                return true;
            }
        }
        return false;
    }
}
