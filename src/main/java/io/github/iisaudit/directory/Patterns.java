package io.github.iisaudit.directory;

/** Names with {@code *} for any characters, as setspn takes them, ignoring case. */
final class Patterns {

    private Patterns() {}

    /** After a star the next place where the rest up to the next one fits is as good as any later one. */
    static boolean matches(String pattern, String name) {
        int star = -1;
        int begun = 0;
        int at = 0;
        int next = 0;
        while (next < name.length()) {
            boolean isStar = at < pattern.length() && pattern.charAt(at) == '*';
            if (isStar) {
                star = at++;
                begun = next;
            } else if (pattern.regionMatches(true, at, name, next, 1)) {
                at++;
                next++;
            } else if (star >= 0) {
                at = star + 1;
                next = ++begun;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
