package io.github.iisaudit.fix;

import io.github.iisaudit.config.HostEdit;
import io.github.iisaudit.fix.Craft.CannotException;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SeenSource;
import io.github.iisaudit.whatif.Change;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.Step;
import io.github.iisaudit.whatif.WhatIf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that somebody asks for, made as {@link WhatIf} makes it: in applicationHost.config, at the places that it names. What it
 * leads to, its verdicts tell.
 */
public final class Wish {

    private final Change change;
    private final WhatIf question;

    /** @param question the same change, asked */
    public Wish(Change change, WhatIf question) {
        this.change = change;
        this.question = question;
    }

    /**
     * What came of it.
     *
     * @param answer what the change leads to
     * @param fix the change; with no patch where applicationHost.config is none of the server's own files
     */
    public record Granted(ServerAnswer answer, ServerFix fix) {}

    /** Makes the change to a server in memory. */
    public Granted of(ConfigSource server) {
        ServerAnswer answer = question.ask(server);
        Shop shop = new Shop(new SeenSource(server));
        List<Mended> mended = new ArrayList<>();
        if (!answer.steps().isEmpty()) {
            try {
                mended.addAll(mended(shop, answer));
            } catch (CannotException e) {
                mended.clear();
            }
        }
        List<Patch> patches = shop.patches(mended).orElseThrow();
        server.close();
        boolean isWhole = answer.unreadable().isEmpty() && !patches.isEmpty();
        return new Granted(answer, new ServerFix(server.name(), server.root(), mended, List.of(), patches, isWhole));
    }

    private List<Mended> mended(Shop shop, ServerAnswer answer) throws CannotException {
        Optional<HostEdit> edit = HostEdit.of(shop.configuration());
        if (edit.isEmpty()) {
            return List.of();
        }
        Map<String, String> written = new LinkedHashMap<>();
        change.attributes().forEach((name, value) -> written.put(name, value.toString()));
        for (Step step : answer.steps()) {
            edit.get().set(step.path(), WindowsAuthentication.SECTION, written);
        }
        List<FileSplice> splices = new Move(shop, new Craft(shop)).laidOut(edit.get());
        List<Mended> mended = new ArrayList<>();
        for (Step step : answer.steps()) {
            mended.add(new Mended(
                    Optional.empty(),
                    "set " + written + " at " + (step.path().isEmpty() ? "the server" : step.path()),
                    mended.isEmpty() ? splices : List.of(),
                    Optional.of(
                            new Deed.SetAttributes(step.path(), WindowsAuthentication.SECTION, change.attributes()))));
        }
        return mended;
    }
}
