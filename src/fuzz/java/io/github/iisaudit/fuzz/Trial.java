package io.github.iisaudit.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks everything about one input, and looks at all that comes of it. */
final class Trial {

    private static final int FAULT = 4;

    private final Sandbox sandbox;
    private final Set<String> excused;
    private final Runner runner;

    /** @param excused kinds of faults that are known and do not count */
    Trial(Sandbox sandbox, Set<String> excused) {
        this.sandbox = sandbox;
        this.excused = excused;
        runner = new Runner(sandbox);
    }

    /** The first fault that an input brings about. */
    Optional<Fault> fault(Case input) throws IOException {
        sandbox.write(input.content());
        Map<String, byte[]> before = sandbox.inputs();
        for (List<String> call : input.calls()) {
            Optional<Fault> fault = fault(input, call);
            if (fault.isPresent()) {
                return fault;
            }
        }
        String changed = difference(before, sandbox.inputs());
        if (!changed.isEmpty()) {
            return counted(new Fault("input changed", "", changed, List.of()));
        }
        return input.twin().isEmpty() ? Optional.empty() : twin(input);
    }

    private Optional<Fault> fault(Case input, List<String> call) throws IOException {
        Outcome outcome = runner.run(call, input.environment());
        if (outcome.exit() == FAULT) {
            List<String> telling = new ArrayList<>(call);
            telling.add("--debug");
            outcome = runner.run(telling, input.environment());
        }
        for (Fault fault : new Inspection(input, outcome).faults()) {
            if (counted(fault).isPresent()) {
                return Optional.of(fault);
            }
        }
        if (sandbox.hasMark() && sandbox.forgetMark()) {
            Optional<Fault> program =
                    counted(new Fault("program", call.get(0), "the input has started a program", call));
            if (program.isPresent()) {
                return program;
            }
        }
        return isRepeated(call) ? repeated(input, outcome) : Optional.empty();
    }

    /** The main command always, of the others some, but the same ones each time. */
    private static boolean isRepeated(List<String> call) {
        return call.get(0).equals("scan") || call.hashCode() % 3 == 0;
    }

    private Optional<Fault> repeated(Case input, Outcome outcome) throws IOException {
        List<String> call = outcome.call();
        Outcome again = runner.run(call, input.environment());
        String different = outcome.exit() == again.exit()
                ? difference(outcome.printed(), again.printed())
                : "exit code " + again.exit() + " instead of " + outcome.exit();
        return different.isEmpty() || outcome.exit() == FAULT
                ? Optional.empty()
                : counted(new Fault("other bytes", call.get(0), different, call));
    }

    private Optional<Fault> counted(Fault fault) {
        return Optional.of(fault).filter(it -> !excused.contains(it.kind()));
    }

    /** With other comments and white space the same is found, if perhaps on other lines. */
    private Optional<Fault> twin(Case input) throws IOException {
        List<String> call = List.of("scan", "--format", "json", Case.IN);
        List<String> findings = findings(runner.run(call, input.environment()));
        sandbox.write(Content.of(input.twin()));
        List<String> others = findings(runner.run(call, input.environment()));
        if (findings.equals(others)) {
            return Optional.empty();
        }
        TreeSet<String> gained = new TreeSet<>(others);
        findings.forEach(gained::remove);
        TreeSet<String> lost = new TreeSet<>(findings);
        others.forEach(lost::remove);
        return counted(new Fault("comments", "", "gained " + gained + " lost " + lost, call));
    }

    private static List<String> findings(Outcome outcome) {
        byte[] report = outcome.printed().get(Outcome.OUT);
        if (report.length == 0) {
            return List.of("exit " + outcome.exit());
        }
        JsonNode root = JsonMapper.shared().readTree(report);
        Stream<String> unreadable = root.path("unreadable")
                .valueStream()
                .map(file -> file.path("file") + " " + withoutPlaces(file.path("reason")));
        Stream<String> findings = root.path("findings").valueStream().map(Trial::words);
        return Stream.concat(findings, unreadable).sorted().toList();
    }

    private static String words(JsonNode finding) {
        return String.join(
                " ",
                finding.path("rule").asString(),
                finding.path("severity").asString(),
                finding.path("confidence").asString(),
                finding.path("file").asString(),
                finding.path("paths").toString(),
                withoutPlaces(finding.path("message")));
    }

    private static String withoutPlaces(JsonNode text) {
        return text.asString().replaceAll("\\d+(:\\d+)?", "0");
    }

    private static String difference(Map<String, byte[]> first, Map<String, byte[]> second) {
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeIf(name -> Arrays.equals(first.get(name), second.get(name)));
        if (names.isEmpty()) {
            return "";
        }
        String name = names.first();
        byte[] one = Objects.requireNonNullElse(first.get(name), new byte[0]);
        byte[] other = Objects.requireNonNullElse(second.get(name), new byte[0]);
        int at = Math.max(0, Arrays.mismatch(one, other));
        return name + " at " + at + ": " + part(one, at) + " | " + part(other, at);
    }

    private static String part(byte[] bytes, int at) {
        int from = Math.max(0, Math.min(bytes.length, at) - 40);
        int to = Math.min(bytes.length, at + 60);
        return new String(bytes, from, Math.max(0, to - from), java.nio.charset.StandardCharsets.UTF_8);
    }
}
