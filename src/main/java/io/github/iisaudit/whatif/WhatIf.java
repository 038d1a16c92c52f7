package io.github.iisaudit.whatif;

import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.kerberos.TicketJudge;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to servers, one after the other or at the same time: what they have in common is read, resolved and held
 * against the rules once. Safe for use by several threads.
 */
public final class WhatIf {

    private final Change change;
    private final Optional<String> path;
    private final ServerReader reader;
    private final Verdicts verdicts;
    private final @Nullable TicketJudge judge;
    private final EnoughMemory enough = new EnoughMemory();

    /**
     * A question to servers.
     *
     * @param path {@code Site/app}, in any case; empty text for the whole server; empty for every application with
     *     Windows authentication on
     * @param rules whose findings are compared
     * @param servers how many are to be asked
     */
    public WhatIf(Change change, Optional<String> path, List<Rule> rules, int servers) {
        this(change, path, rules, servers, null);
    }

    /**
     * The same by a directory.
     *
     * @param judge what knows it; null where none is given
     */
    public WhatIf(Change change, Optional<String> path, List<Rule> rules, int servers, @Nullable TicketJudge judge) {
        this.judge = judge;
        this.change = change;
        this.path = path;
        this.reader = new ServerReader(servers);
        this.verdicts = new Verdicts(rules);
    }

    /** Asks one server; where it takes too much, the answer says why it was not asked. */
    public ServerAnswer ask(ConfigSource source) {
        return enough.give(
                () -> {
                    try {
                        return new ServerQuestion(source, change, path, reader, new Knowledge(verdicts, judge))
                                .answer();
                    } finally {
                        source.close();
                    }
                },
                reader::forget,
                reason -> ServerAnswer.none(source, reason));
    }
}
