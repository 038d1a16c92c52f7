package io.github.iisaudit.transform;

/**
 * The name of an element or attribute.
 *
 * @param prefix as written; empty where there is none
 * @param uri its namespace; empty where it is in none
 */
record Name(String prefix, String local, String uri) {

    /** The prefix, a colon and the rest. */
    String written() {
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** The same name, in the same namespace, without its prefix. */
    Name bare() {
        return prefix.isEmpty() ? this : new Name("", local, uri);
    }
}
