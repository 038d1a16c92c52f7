package io.github.iisaudit.cli;

import io.github.iisaudit.directory.DirectoryAddress;
import io.github.iisaudit.directory.LiveSource;
import io.github.iisaudit.directory.Logon;
import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** As whom a directory is asked, by the command line and the environment. */
record DirectoryLogon(DirectoryArguments arguments, Console console) {

    static final String PASSWORD = "IISAUDIT_DIRECTORY_PASSWORD";

    /** Where Kerberos of other programs is told its settings. */
    private static final String SETTINGS = "KRB5_CONFIG";

    private static final String JAVA_SETTINGS = "java.security.krb5.conf";

    private static final int LONGEST = 1 << 20;

    /** The directory that an address names. */
    LiveSource source(String typed) throws UsageException {
        try {
            DirectoryAddress address = DirectoryAddress.of(typed);
            return new LiveSource(address, logon(address), authorities(), LiveSource.Patience.USUAL);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--directory: " + e.getMessage());
        }
    }

    private Logon logon(DirectoryAddress address) throws UsageException {
        String user = arguments.user;
        if (user == null || user.isBlank()) {
            if (!arguments.isByTicket) {
                throw new UsageException("--directory " + address + ": say who asks it, with --directory-user or"
                        + " --directory-kerberos");
            }
            kerberosSettings();
            return Logon.byTicket();
        } else if (arguments.isByTicket) {
            throw new UsageException("either --directory-user or --directory-kerberos");
        }
        return Logon.of(user, password());
    }

    /** Java has a name of its own for these. */
    private void kerberosSettings() {
        String file = console.environment().get(SETTINGS);
        if (file != null && !file.isBlank() && System.getProperty(JAVA_SETTINGS) == null) {
            System.setProperty(JAVA_SETTINGS, file);
        }
    }

    private String password() throws UsageException {
        if (arguments.passwordFile != null) {
            return new PasswordFile("--directory-password-file", arguments.passwordFile).password();
        }
        String password = console.environment().getOrDefault(PASSWORD, "");
        if (password.isEmpty()) {
            throw new UsageException("--directory-user: there is no password; set " + PASSWORD
                    + " or give --directory-password-file FILE");
        }
        return password;
    }

    private byte[] authorities() throws UsageException {
        Path file = arguments.authorities;
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = NamedFile.open(file)) {
            byte[] content = in.readNBytes(LONGEST);
            return content.length == 0 ? new byte[1] : content;
        } catch (IOException e) {
            throw new UsageException("--directory-ca: " + Destination.shown(file) + ": " + NamedFile.reason(e));
        }
    }
}
