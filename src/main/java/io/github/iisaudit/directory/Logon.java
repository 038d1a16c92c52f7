package io.github.iisaudit.directory;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import org.jspecify.annotations.Nullable;

/** As whom a directory is asked: a user with a password, which only goes through TLS, or the one whose ticket Kerberos has. */
public final class Logon {

    private final @Nullable String user;
    private final String password;

    private Logon(@Nullable String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Of {@code CONTOSO\audit}, {@code audit@contoso.com} or a distinguished name. */
    public static Logon of(String user, String password) {
        return new Logon(user, password);
    }

    /** Of whoever has a ticket in the cache. */
    public static Logon byTicket() {
        return new Logon(null, "");
    }

    /** Whether nothing but TLS may carry it. */
    boolean needsTls() {
        return user != null;
    }

    BindRequest request(String host) {
        return user == null ? new TicketBind(host) : new SimpleBindRequest(user, password);
    }
}
