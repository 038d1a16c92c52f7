package io.github.iisaudit.whatif;

/**
 * That the account which may need the right to delegate becomes another. Documents tie the right to the pool's
 * account; that it goes with the account that decrypts service tickets is inferred from how constrained delegation works,
 * where the ticket for that account is the evidence. Nobody is known to have tested it.
 *
 * @param from the account so far
 * @param to the account afterwards
 * @param isWanted whether the configuration shows that callers are handed on: code runs as the caller
 * @see <a href="https://learn.microsoft.com/windows-server/security/kerberos/kerberos-constrained-delegation-overview">Kerberos constrained delegation</a>
 */
public record Delegation(String from, String to, boolean isWanted) {}
