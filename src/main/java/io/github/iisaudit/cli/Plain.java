package io.github.iisaudit.cli;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A command whose options the build binds to a {@link PlainLine} too, by their annotations for picocli. */
@Retention(RetentionPolicy.SOURCE)
@interface Plain {}
