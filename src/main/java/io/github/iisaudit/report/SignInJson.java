package io.github.iisaudit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How callers sign in, for programs. */
final class SignInJson extends SignInRows {

    private final JsonText json;
    private List<String> refused = List.of();

    SignInJson(String version, Writer out) throws IOException {
        json = new JsonText(out);
        json.begin();
        json.head(version);
        json.beginArray("servers");
    }

    @Override
    void tell(String name, String itsRoot, List<SignInRow> all) throws IOException {
        json.begin();
        json.field("name", name);
        json.field("root", itsRoot);
        json.objects("applications", all, this::row);
        json.endObject();
    }

    private void row(SignInRow row) throws IOException {
        json.field("path", row.path());
        json.field("kind", row.kind().id());
        json.field("applicationPool", row.pool());
        json.field("identity", row.identity());
        json.strings("authentication", row.methods());
        json.field("windowsAuthentication", row.state());
        if (row.windows().isPresent()) {
            json.field("useKernelMode", row.windows().get().kernelMode());
            json.strings("providers", row.windows().get().providers());
        }
        if (row.isNobody()) {
            json.field("account", "");
        } else if (row.account().isPresent()) {
            json.field("account", row.account().get().name());
        }
    }

    @Override
    public void refused(List<String> sentences) {
        refused = sentences;
    }

    @Override
    public void end() throws IOException {
        close();
        json.endArray();
        if (!refused.isEmpty()) {
            json.strings("notices", refused);
        }
        json.endObject();
        json.end();
    }
}
