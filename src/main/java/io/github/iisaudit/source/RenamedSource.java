package io.github.iisaudit.source;

/** A server by another name. */
final class RenamedSource extends OtherSource {

    private final String name;

    RenamedSource(ConfigSource original, String name) {
        super(original);
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }
}
