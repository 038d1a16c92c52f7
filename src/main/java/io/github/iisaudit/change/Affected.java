package io.github.iisaudit.change;

import io.github.iisaudit.config.Level;
import io.github.iisaudit.config.Part;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.PastSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a server where IIS may see something else than at an earlier time: what lies at or below the web.config files that
 * changed, or of which a file that they name did. All of it where the files of the server itself changed. Paths outside may not
 * be in doubt, those inside may be.
 */
final class Affected implements Part.Choice {

    private static final String NAMES_FILE = "configSource";
    private static final Pattern NAMED = Pattern.compile(NAMES_FILE + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    /** The name of a file below, written so that it means itself. */
    private static final Pattern PLAIN = Pattern.compile("(?!.*\\.\\.)[\\w\\-.][\\w\\-. /\\\\]*");

    private final ConfigSource now;
    private final PastSource past;

    Affected(ConfigSource now, PastSource past) {
        this.now = now;
        this.past = past;
    }

    /** To be asked by the server as it was, right after its applicationHost.config was read. */
    @Override
    public Part of(String host, List<Level> levels) {
        if (host.isEmpty() || past.hasToldOther() || host.contains(NAMES_FILE)) {
            return Part.WHOLE;
        }
        List<String> changed = new ArrayList<>();
        Map<String, List<String>> places = new HashMap<>();
        for (Level level : levels) {
            Lookup is = now.file(level.root(), level.file());
            if (is != past.before(is, level.root(), level.file())
                    || is instanceof Lookup.Found f && namesOther(f, level)) {
                changed.add(level.path());
            }
            if (is instanceof Lookup.Found found) {
                places.computeIfAbsent(found.file().path(), file -> new ArrayList<>())
                        .add(level.path());
            }
        }
        return withOtherPlaces(Part.below(changed), places);
    }

    /** Rules may ask for all paths that a file lies at. */
    private static Part withOtherPlaces(Part part, Map<String, List<String>> places) {
        List<String> other = new ArrayList<>();
        places.values().stream()
                .filter(paths -> paths.size() > 1 && paths.stream().anyMatch(part::reads))
                .forEach(other::addAll);
        return part.reading(other);
    }

    private boolean namesOther(Lookup.Found found, Level level) {
        String text = new String(found.file().bytes(), StandardCharsets.ISO_8859_1);
        boolean isWide = text.indexOf('\0') >= 0;
        return isWide ? text.replace("\0", "").contains(NAMES_FILE) : namesOther(text, level.folder());
    }

    private boolean namesOther(String text, String folder) {
        int read = 0;
        Matcher named = NAMED.matcher(text);
        while (read >= 0 && text.indexOf(NAMES_FILE, read) >= 0) {
            boolean isKnown = named.find(text.indexOf(NAMES_FILE, read))
                    && named.start() == text.indexOf(NAMES_FILE, read)
                    && isSame(folder, named.group(1) == null ? named.group(2) : named.group(1));
            read = isKnown ? named.end() : -1;
        }
        return read < 0;
    }

    private boolean isSame(String folder, String file) {
        if (!PLAIN.matcher(file).matches()) {
            return false;
        }
        String path = file.replace('\\', '/');
        Lookup is = now.file(folder, path);
        return is == past.before(is, folder, path);
    }
}
