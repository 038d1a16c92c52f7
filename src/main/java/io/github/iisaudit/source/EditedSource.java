package io.github.iisaudit.source;

import java.util.Map;

/** A server some files of which have other content than was collected, in memory; all else is as it was. */
public final class EditedSource extends OtherSource {

    private final Map<String, ConfigFile> edited;

    /** @param edited by their paths */
    public EditedSource(ConfigSource original, Map<String, ConfigFile> edited) {
        super(original);
        this.edited = Map.copyOf(edited);
    }

    /** What is looked up, edited if it is such a file: redirection.config may have applicationHost.config in any folder. */
    private Lookup edited(Lookup lookup) {
        ConfigFile other =
                lookup instanceof Lookup.Found found ? edited.get(found.file().path()) : null;
        return other == null ? lookup : new Lookup.Found(other);
    }

    @Override
    public Lookup applicationHost() {
        return edited(original().applicationHost());
    }

    @Override
    public Lookup beside(String name) {
        return edited(original().beside(name));
    }

    @Override
    public Lookup file(String folder, String name) {
        return edited(original().file(folder, name));
    }
}
