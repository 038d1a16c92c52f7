package io.github.iisaudit.report;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.whatif.Answer;
import io.github.iisaudit.whatif.ApplicationAnswer;
import io.github.iisaudit.whatif.Command;
import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.whatif.Delegation;
import io.github.iisaudit.whatif.Lock;
import io.github.iisaudit.whatif.Place;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.Settable;
import io.github.iisaudit.whatif.Spns;
import io.github.iisaudit.whatif.State;
import io.github.iisaudit.whatif.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers for programs, version 1 of its schema: fields may be added to it, none is renamed or removed. */
final class WhatIfJson {

    private final String version;

    WhatIfJson(String version) {
        this.version = version;
    }

    void render(Answer answer, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.head(version);
            json.object("change", () -> change(json, answer));
            json.objects("servers", answer.servers(), s -> server(json, s));
        });
    }

    private static void change(JsonText json, Answer answer) throws IOException {
        if (answer.path().isPresent()) {
            json.field("path", answer.path().get());
        }
        json.object("set", () -> {
            for (Map.Entry<Settable, String> e : answer.change().values().entrySet()) {
                value(json, e.getKey(), e.getValue());
            }
        });
        if (answer.change().identity().isPresent()) {
            json.field("poolIdentity", answer.change().identity().get().toString());
        }
    }

    private static void value(JsonText json, Settable what, String value) throws IOException {
        if (what.isBoolean()) {
            json.field(what.id(), value.equals("true"));
        } else if (what == Settable.PROVIDERS) {
            json.strings(what.id(), List.of(value.split(",")));
        } else {
            json.field(what.id(), value);
        }
    }

    private static void server(JsonText json, ServerAnswer server) throws IOException {
        json.field("name", server.name());
        json.field("root", server.root());
        json.objects("applications", server.applications(), a -> application(json, a));
        json.object("preauthentication401", () -> {
            json.field("removed", server.losing401());
            json.field("added", server.gaining401());
        });
        json.objects("steps", server.steps(), s -> step(json, s));
        json.object("restart", () -> {
            json.field("what", server.restart().id());
            commands(json, server.restarts());
        });
        json.objects("unreadable", server.unreadable(), u -> {
            json.field("file", u.file());
            json.field("reason", u.reason());
        });
        json.strings("notices", server.notices());
    }

    private static void application(JsonText json, ApplicationAnswer application) throws IOException {
        json.field("path", application.path());
        json.field("kind", application.kind().id());
        json.field("applicationPool", application.pool());
        json.field("verdict", application.verdict().id());
        json.field("reason", application.reason());
        json.strings("todo", application.todo());
        json.object("before", () -> state(json, application.before()));
        json.object("after", () -> state(json, application.after()));
        json.object("spns", () -> spns(json, application.spns()));
        Optional<Delegation> delegation = application.delegation();
        if (delegation.isPresent()) {
            json.object("delegation", () -> {
                json.field("from", delegation.get().from());
                json.field("to", delegation.get().to());
                json.field("wanted", delegation.get().isWanted());
                json.field("inferred", true);
            });
        }
        json.strings("gained", application.gained());
        json.strings("lost", application.lost());
        json.objects("otherValues", application.otherValues(), o -> {
            json.field("path", o.path());
            json.field("attribute", o.attribute().id());
            if (o.attribute().isBoolean()) {
                json.field("value", o.value().equals("true"));
            } else {
                json.field("value", o.value());
            }
            place(json, o.place());
        });
        json.field("asked", !application.isBeside());
        json.field("restart", application.restart().id());
    }

    private static void state(JsonText json, State state) throws IOException {
        if (state.windows().isPresent()) {
            WindowsAuthentication windows = state.windows().get();
            json.field("enabled", windows.enabled());
            json.field("useKernelMode", windows.kernelMode());
            json.field("useAppPoolCredentials", windows.poolCredentials());
            json.strings("providers", windows.providers());
        }
        for (Settable what : State.BESIDE) {
            if (!state.value(what).isEmpty()) {
                value(json, what, state.value(what));
            }
        }
        json.field("poolIdentity", state.identity());
        if (state.account().isPresent()) {
            json.field("account", state.account().get());
        }
    }

    private static void spns(JsonText json, Spns spns) throws IOException {
        json.field("account", spns.account());
        json.strings("needed", spns.needed());
        json.strings("covered", spns.covered());
        json.field("complete", spns.isComplete());
        json.strings("rivals", spns.rivals());
    }

    private static void step(JsonText json, Step step) throws IOException {
        if (step.pool().isEmpty()) {
            json.field("path", step.path());
        } else {
            json.field("applicationPool", step.pool());
        }
        Optional<Lock> lock = step.lock();
        if (lock.isPresent()) {
            json.object("lockedForWebConfig", () -> {
                json.field("section", lock.get().isOnSection());
                place(json, lock.get().place());
            });
        }
        commands(json, step.commands());
        List<String> leftOut = Stream.of(Shell.values())
                .flatMap(shell -> WhatIfWords.leftOut(List.of(step), shell).stream())
                .toList();
        if (!leftOut.isEmpty()) {
            json.strings("leftOut", leftOut);
        }
    }

    private static void commands(JsonText json, List<Command> commands) throws IOException {
        json.strings("appcmd", lines(commands, Shell.APPCMD));
        json.strings("powershell", lines(commands, Shell.POWERSHELL));
    }

    private static List<String> lines(List<Command> commands, Shell shell) {
        return commands.stream()
                .filter(c -> c.shell() == shell)
                .map(Command::toString)
                .toList();
    }

    private static void place(JsonText json, Place place) throws IOException {
        json.field("file", place.file());
        json.field("line", place.line());
    }
}
