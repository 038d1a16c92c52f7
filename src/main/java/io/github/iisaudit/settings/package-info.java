/** What a project wants of every run. In: the bytes of a settings file. Out: {@link io.github.iisaudit.settings.Settings}. */
@NullMarked
package io.github.iisaudit.settings;

import org.jspecify.annotations.NullMarked;
