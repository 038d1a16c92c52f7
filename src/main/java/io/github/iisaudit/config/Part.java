package io.github.iisaudit.config;

import org.jspecify.annotations.Nullable;

/**
 * A part of the effective document of a scope, as small as it pays to tell apart: what depends on some parts only is the same for
 * all scopes where these are the same. Which elements a document has at all is no part of it: see {@link Scope#shape}.
 *
 * @param name the path of a section, of an element in the pool, or what is compared with the server's name; empty for others
 * @param attribute the name of the attribute whose value it is; empty for others
 */
public record Part(Kind kind, String name, String attribute) {

    /** What parts there are. */
    public enum Kind {
        PATH,
        KIND,
        SERVER,
        /** Whether a name is the server's: see {@link ServerName}. */
        SERVER_NAMED,
        /** Whether a host name is the server's. */
        SERVER_HOST,
        HOST,
        GIVEN,
        SITE_NAME,
        /** The protocol and the host name of each binding of the site. */
        BINDINGS,
        /** All of the site, its places too. */
        SITE,
        APPLICATION,
        /** What an attribute of the pool, or of an element right below it, says. */
        POOL_VALUE,
        /** All of the pool, its places too. */
        POOL,
        DIRECTORY,
        /** What an attribute of a section's own element says, wherever that was written. */
        VALUE,
        /** All of a section, its places too. */
        SECTION
    }

    public static final Part PATH = new Part(Kind.PATH, "");
    public static final Part KIND = new Part(Kind.KIND, "");
    public static final Part SERVER = new Part(Kind.SERVER, "");
    public static final Part HOST = new Part(Kind.HOST, "");
    public static final Part GIVEN = new Part(Kind.GIVEN, "");
    public static final Part SITE_NAME = new Part(Kind.SITE_NAME, "");
    public static final Part BINDINGS = new Part(Kind.BINDINGS, "");
    public static final Part SITE = new Part(Kind.SITE, "");
    public static final Part APPLICATION = new Part(Kind.APPLICATION, "");
    public static final Part POOL = new Part(Kind.POOL, "");
    public static final Part DIRECTORY = new Part(Kind.DIRECTORY, "");

    Part(Kind kind, String name) {
        this(kind, name, "");
    }

    /** The value of an attribute of a section's own element. */
    public static Part value(String section, String attribute) {
        return new Part(Kind.VALUE, section, attribute);
    }

    /**
     * The value of an attribute of the pool.
     *
     * @param element the name of one right below it; empty for its own
     */
    public static Part ofPool(String element, String attribute) {
        return new Part(Kind.POOL_VALUE, element, attribute);
    }

    /** A section by its path. */
    public static Part section(String path) {
        return new Part(Kind.SECTION, path);
    }

    /** Whether it may be told by another one than itself as an object. */
    public boolean isDetail() {
        return kind == Kind.VALUE || kind == Kind.POOL_VALUE || kind == Kind.SERVER_NAMED || kind == Kind.SERVER_HOST;
    }

    /** Whether what it says tells what another one says. */
    public boolean tells(Part other) {
        return switch (other.kind) {
            case VALUE -> equals(other) || (kind == Kind.SECTION && name.equals(other.name));
            case POOL_VALUE -> equals(other) || kind == Kind.POOL;
            default -> equals(other);
        };
    }

    /** Written out, for the first comparison of a record takes longer than all that follow. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Part part
                        && kind == part.kind
                        && name.equals(part.name)
                        && attribute.equals(part.attribute));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.ordinal() + name.hashCode()) + attribute.hashCode();
    }

    /** The attribute of a name of the root element; null where it has none of that name. */
    static @Nullable Part ofScope(String attribute) {
        return switch (attribute) {
            case "path" -> PATH;
            case "kind" -> KIND;
            case "server" -> SERVER;
            case "host" -> HOST;
            case "given" -> GIVEN;
            default -> null;
        };
    }
}
