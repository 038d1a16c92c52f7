package io.github.iisaudit.directory;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SASLBindRequest;
import com.unboundid.ldap.sdk.SASLClientBindHandler;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/**
 * Signs on with a ticket that the cache has. What follows is encrypted, or at least signed, where TLS does not do that. The
 * library's own request would write a file of Java's settings to a folder of all users.
 */
final class TicketBind extends SASLBindRequest {

    private static final String MECHANISM = "GSSAPI";
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final String host;

    TicketBind(String host) {
        super(new Control[0]);
        this.host = host;
    }

    @Override
    protected BindResult process(LDAPConnection connection, int depth) throws LDAPException {
        try {
            return Subject.doAs(subject(), (PrivilegedExceptionAction<BindResult>)
                    () -> bind(connection, connection.getSSLSession()));
        } catch (PrivilegedActionException e) {
            Exception cause = e.getException();
            throw cause instanceof LDAPException known
                    ? known
                    : new LDAPException(ResultCode.LOCAL_ERROR, cause.getMessage(), cause);
        } catch (LoginException e) {
            throw new LDAPException(ResultCode.AUTH_UNKNOWN, e.getMessage(), e);
        }
    }

    private static Subject subject() throws LoginException {
        Map<String, String> options = Map.of("useTicketCache", "true", "doNotPrompt", "true");
        AppConfigurationEntry entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
        LoginContext context = new LoginContext(MECHANISM, new Subject(), null, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        });
        context.login();
        return context.getSubject();
    }

    private BindResult bind(LDAPConnection connection, @Nullable SSLSession tls) throws LDAPException, SaslException {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Sasl.SERVER_AUTH, "true");
        properties.put(Sasl.QOP, tls == null ? "auth-conf,auth-int" : "auth");
        if (tls != null) {
            properties.putAll(ChannelBinding.properties(tls));
        }
        SaslClient client = Sasl.createSaslClient(new String[] {MECHANISM}, null, "ldap", host, properties, null);
        if (client == null) {
            throw new SaslException("this Java has no Kerberos");
        }
        return new SASLClientBindHandler(
                        this,
                        connection,
                        MECHANISM,
                        client,
                        getControls(),
                        getResponseTimeoutMillis(connection),
                        new ArrayList<>())
                .processSASLBind();
    }

    @Override
    public String getSASLMechanismName() {
        return MECHANISM;
    }

    @Override
    public TicketBind duplicate() {
        return new TicketBind(host);
    }

    @Override
    public TicketBind duplicate(Control @Nullable [] controls) {
        return duplicate();
    }

    @Override
    public void toString(StringBuilder text) {
        text.append(MECHANISM);
    }

    @Override
    public void toCode(List<String> lines, String id, int indent, boolean hasProcessing) {
        lines.add(MECHANISM);
    }
}
