package io.github.iisaudit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a directory for its accounts, page by page and for the attributes that matter only. It only ever searches: nothing is
 * written, and where it points elsewhere nobody follows.
 */
final class LiveDirectory implements SearchResultListener {

    private static final long serialVersionUID = 1L;

    /** As many as Active Directory gives at once. */
    private static final int PAGE = 1000;

    private static final int MOST_EMPTY_PAGES = 100;

    private static final String ACCOUNTS =
            "(|(objectClass=user)(objectClass=group)(servicePrincipalName=*)(msDS-AllowedToActOnBehalfOfOtherIdentity=*))";

    private static final List<String> NAMES = List.of(
            "objectClass",
            "sAMAccountName",
            "userPrincipalName",
            "dNSHostName",
            "servicePrincipalName",
            "userAccountControl",
            "objectSid",
            "memberOf");

    /** What a global catalog does not have. */
    private static final List<String> RIGHTS = List.of(
            "msDS-AllowedToDelegateTo",
            "msDS-AllowedToActOnBehalfOfOtherIdentity",
            "msDS-SupportedEncryptionTypes",
            "pwdLastSet");

    private final DirectoryAddress address;
    private final transient LiveConnection connection;
    private final transient SourceIntake intake;
    private int seen;

    /** A security descriptor that lies, and whose it is. */
    private byte @Nullable [] lying;

    private String liar = "";

    private LiveDirectory(DirectoryAddress address, LiveConnection connection, SourceIntake intake) {
        this.address = address;
        this.connection = connection;
        this.intake = intake;
    }

    static void read(LiveSource source, SourceIntake intake) throws UnreadableDirectoryException {
        try (LiveConnection connection = LiveConnection.open(source)) {
            new LiveDirectory(source.address(), connection, intake).all();
        }
    }

    private void all() throws UnreadableDirectoryException {
        SearchResultEntry root = connection.ask(
                ldap -> ldap.getEntry("", "defaultNamingContext", "namingContexts", "configurationNamingContext"));
        if (root == null) {
            throw new UnreadableDirectoryException("it does not say what it has");
        }
        String configuration = value(root, "configurationNamingContext");
        if (!configuration.isEmpty()) {
            forest(configuration);
        }
        String whole = address.isGlobalCatalog() ? "" : domain(root);
        String base = address.base().isEmpty() ? whole : address.base();
        accounts(base);
        intake.answered(base.equalsIgnoreCase(whole));
    }

    private static String domain(SearchResultEntry root) {
        String usual = value(root, "defaultNamingContext");
        return usual.isEmpty() ? value(root, "namingContexts") : usual;
    }

    private static String value(SearchResultEntry entry, String name) {
        String value = entry.getAttributeValue(name);
        return value == null ? "" : value;
    }

    /** What stands for what, and what domains are called. Who may not see that still sees accounts. */
    private void forest(String configuration) throws UnreadableDirectoryException {
        String services = "CN=Directory Service,CN=Windows NT,CN=Services," + configuration;
        optional(new SearchRequest(this, services, SearchScope.BASE, filter("(objectClass=*)"), "sPNMappings"));
        String partitions = "CN=Partitions," + configuration;
        optional(new SearchRequest(
                this, partitions, SearchScope.ONE, filter("(nETBIOSName=*)"), "nETBIOSName", "nCName"));
    }

    private static Filter filter(String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private void optional(SearchRequest request) throws UnreadableDirectoryException {
        connection.ask(ldap -> {
            try {
                return ldap.search(request).getResultCode();
            } catch (LDAPException e) {
                if (e.getResultCode().isConnectionUsable()) {
                    return e.getResultCode();
                }
                throw e;
            }
        });
    }

    private void accounts(String base) throws UnreadableDirectoryException {
        List<String> attributes = new ArrayList<>(NAMES);
        if (!address.isGlobalCatalog()) {
            attributes.addAll(RIGHTS);
        }
        attributes.forEach(each -> Optional.ofNullable(Attribute.of(each)).ifPresent(intake::ask));
        String[] wanted = attributes.toArray(String[]::new);
        SearchRequest request = new SearchRequest(this, base, SearchScope.SUB, filter(ACCOUNTS), wanted);
        ASN1OctetString next = new ASN1OctetString();
        int empty = 0;
        do {
            int before = seen;
            request.setControls(new SimplePagedResultsControl(PAGE, next, true));
            next = connection.ask(ldap -> page(ldap, request));
            empty = seen == before ? empty + 1 : 0;
        } while (next.getValueLength() > 0 && empty < MOST_EMPTY_PAGES);
        if (next.getValueLength() > 0) {
            throw new UnreadableDirectoryException(LiveFault.SLOW);
        }
        SecurityDescriptor.check(lying, "of " + liar);
    }

    /** Where the next page begins; empty where there is none. */
    private static ASN1OctetString page(LDAPConnection ldap, SearchRequest request) throws LDAPException {
        SimplePagedResultsControl more = SimplePagedResultsControl.get(ldap.search(request));
        return more == null ? new ASN1OctetString() : more.getCookie();
    }

    @Override
    public void searchEntryReturned(SearchResultEntry found) {
        seen++;
        Entry entry = new Entry();
        entry.add(Attribute.DN, found.getDN());
        for (com.unboundid.ldap.sdk.Attribute attribute : found.getAttributes()) {
            Attribute known = Attribute.of(attribute.getName());
            if (known != null) {
                for (byte[] value : attribute.getValueByteArrays()) {
                    if (known == Attribute.ALLOWED_FROM && !SecurityDescriptor.isTrue(value)) {
                        lying = value;
                        liar = found.getDN();
                    }
                    entry.addBytes(known, value);
                }
                if (LdifReader.isPart(attribute.getName())) {
                    entry.lose(known);
                }
            }
        }
        intake.add(entry);
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        // Where else something is: nobody asks there.
    }
}
