package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gathers how callers sign in at each application of a server, and at folders where they do otherwise than above. */
abstract class SignInRows implements EffectiveReporter {

    private final List<SignInRow> rows = new ArrayList<>();
    private final Map<String, SignInRow> byPath = new HashMap<>();
    private String server = "";
    private String root = "";
    private boolean isBegun;

    @Override
    public final void server(String name, String itsRoot) throws IOException {
        close();
        server = name;
        root = itsRoot;
        isBegun = true;
    }

    @Override
    public final void scope(Scope scope, List<EffectiveSection> sections) {
        if (scope.kind() == Scope.Kind.SERVER) {
            return;
        }
        SignInRow row = SignInRow.of(scope);
        boolean isApplication = scope.kind() == Scope.Kind.SITE || scope.kind() == Scope.Kind.APPLICATION;
        if (isApplication || above(row.path()).filter(row::isLike).isEmpty()) {
            rows.add(row);
        }
        byPath.put(key(row.path()), row);
    }

    private Optional<SignInRow> above(String path) {
        String key = key(path);
        for (int end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
            SignInRow row = byPath.get(key.substring(0, end));
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /** Tells what was gathered of the server so far. */
    final void close() throws IOException {
        if (isBegun) {
            tell(server, root, rows);
        }
        isBegun = false;
        rows.clear();
        byPath.clear();
    }

    abstract void tell(String name, String itsRoot, List<SignInRow> all) throws IOException;
}
