package io.github.iisaudit.whatif;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.OtherSource;

/** A server of which one file, its applicationHost.config, has other content than was collected; all else is as it was. */
final class EditedSource extends OtherSource {

    private final ConfigFile edited;

    EditedSource(ConfigSource original, ConfigFile edited) {
        super(original);
        this.edited = edited;
    }

    /** What is looked up, edited if it is that file: redirection.config may have applicationHost.config in any folder. */
    private Lookup edited(Lookup lookup) {
        return lookup instanceof Lookup.Found found && found.file().path().equals(edited.path())
                ? new Lookup.Found(edited)
                : lookup;
    }

    @Override
    public Lookup applicationHost() {
        return edited(original().applicationHost());
    }

    @Override
    public Lookup file(String folder, String name) {
        return edited(original().file(folder, name));
    }
}
