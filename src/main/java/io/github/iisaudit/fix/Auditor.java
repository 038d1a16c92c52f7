package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.source.ConfigSource;
import java.util.List;

/** Holds a server against rules, as a scan would. */
@FunctionalInterface
public interface Auditor {

    /**
     * What came of it.
     *
     * @param findings those that count
     * @param unreadable how many files could not be read
     */
    record Audited(List<Finding> findings, int unreadable) {}

    /** Audits a server under rules, which are in order of their ids. */
    Audited audit(ConfigSource server, List<Rule> rules);
}
