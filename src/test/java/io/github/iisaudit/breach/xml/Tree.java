package io.github.iisaudit.breach.xml;

import io.github.iisaudit.breach.report.Page;

/** Depends on a later stage, which depends on it: a cycle against the arrow. */
public class Tree {
    public Page page() {
        return new Page();
    }
}
