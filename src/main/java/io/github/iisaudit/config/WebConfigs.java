package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.transform.Deployed;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web.config files of one server that were read, each parsed once whatever paths it lies at. */
final class WebConfigs {

    private final HostFacts host;
    private final Map<String, Parsed> parsed = new LinkedHashMap<>();

    /** A file parsed once: its root, or why it has none. */
    record Parsed(
            @Nullable LocatedElement root,
            @Nullable ConfigError error,
            List<Deployed.Applied> transforms,
            List<UnreadableXmlException> brokenTransforms,
            Set<String> levels) {}

    /** What a file keeps until it is reported is some twenty kilobytes: where there is little memory, there is room for fewer of them. */
    static final long FILE = 1_000_000_000_000L / Runtime.getRuntime().maxMemory();

    /** To find and open one. */
    private static final int LEAST = 200;

    /** To read so many bytes is a step. */
    private static final int BYTES = 8;

    WebConfigs(HostFacts host) {
        this.host = host;
    }

    /** What a template will be is not known. Only what is no XML is taken for one that is still to be rendered. */
    Lookup rendered(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            String path = found.file().path();
            boolean isXml = parsed.computeIfAbsent(path, p -> parse(found)).error == null;
            Optional<String> other = isXml ? Optional.empty() : Unrendered.why(found.file(), host.isAssumed());
            if (other.isPresent()) {
                parsed.remove(path);
                return new Lookup.Unavailable(path, other.get(), true);
            }
        }
        return lookup;
    }

    /** The file that was found for a path. */
    Parsed at(String level, Lookup.Found found) {
        Parsed file = parsed.computeIfAbsent(found.file().path(), path -> parse(found));
        file.levels.add(level);
        return file;
    }

    private Parsed parse(Lookup.Found found) {
        try {
            int bytes = found.file().bytes().length;
            host.budget().keep(Use.FILES, FILE);
            host.budget().step(Use.FILES, LEAST + bytes / BYTES);
            Deployed file = Deployed.read(
                    found.file(), host.reader(), steps -> host.budget().step(Use.FILES, steps));
            return new Parsed(file.root(), null, file.transforms(), file.broken(), new LinkedHashSet<>());
        } catch (UnreadableXmlException e) {
            ConfigError error = malformed(e, Unrendered.otherKind(found.file().bytes()));
            return new Parsed(null, error, List.of(), List.of(), new LinkedHashSet<>());
        }
    }

    static ConfigError malformed(UnreadableXmlException e) {
        return malformed(e, Optional.empty());
    }

    private static ConfigError malformed(UnreadableXmlException e, Optional<String> otherKind) {
        String message = otherKind.map(kind -> "the file " + kind).orElseGet(e::sentence);
        return new ConfigError(ErrorKind.MALFORMED_XML, message, null, null, e.shown(), null, null);
    }

    /** The files that could be parsed, with the paths they lie at. */
    List<WrittenFile> written() {
        List<WrittenFile> files = new ArrayList<>();
        parsed.forEach((path, file) -> {
            if (file.root != null) {
                List<String> levels = List.copyOf(file.levels);
                files.add(new WrittenFile(path, file.root, levels, host.host()));
                file.transforms.forEach(
                        transform -> files.add(WrittenFile.ofTransform(transform.path(), transform.root(), levels)));
            }
        });
        return files;
    }

    /** Why files could not be parsed. */
    List<ConfigError> broken() {
        List<ConfigError> errors = new ArrayList<>();
        for (Parsed file : parsed.values()) {
            if (file.error != null) {
                errors.add(file.error);
            }
            file.brokenTransforms.forEach(e -> errors.add(malformed(e)));
        }
        return errors;
    }

    /** Whether a word stands anywhere in a file that could be parsed. */
    boolean hasWord(String path, String word) {
        Parsed file = parsed.get(path);
        return file != null && file.root != null && file.root.span().source().contains(word);
    }

    /** How many web.config files were read. */
    int count() {
        return parsed.size();
    }
}
