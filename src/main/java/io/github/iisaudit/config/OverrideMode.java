package io.github.iisaudit.config;

/** Whether files below may write a section. {@code INHERIT} leaves it as it is above. */
enum OverrideMode {
    ALLOW,
    DENY,
    INHERIT
}
