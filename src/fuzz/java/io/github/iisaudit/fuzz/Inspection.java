package io.github.iisaudit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What may be wrong with a single outcome, whatever the input was. */
final class Inspection {

    private static final long MILLISECONDS = 10_000;

    /** Most of a secret counts: a part may be cut off. */
    private static final String SECRET = Secrets.TEXT.substring(0, 7);

    private static final Pattern STACK = Pattern.compile("\\tat |Exception in thread|Caused by: ");
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");

    private static final Pattern PROGRAM_LINE = Pattern.compile("\\tat (io\\.github\\.iisaudit\\S+)");

    private final Case input;
    private final Outcome outcome;
    private final String format;
    private final List<Fault> faults = new ArrayList<>();

    Inspection(Case input, Outcome outcome) {
        this.input = input;
        this.outcome = outcome;
        int at = outcome.call().indexOf("--format");
        format = at < 0 ? "text" : outcome.call().get(at + 1);
    }

    /** All faults, the worst first. */
    List<Fault> faults() {
        if (outcome.exit() < 0 || outcome.exit() > 3) {
            found("exit " + outcome.exit(), programLine(error()), error());
        }
        if (STACK.matcher(error()).find()) {
            found("stack trace", programLine(error()), error());
        }
        if (outcome.milliseconds() > MILLISECONDS) {
            found("time", outcome.call().get(0), outcome.milliseconds() + " ms of processor time");
        }
        if (error().contains("memory")) {
            found("memory", outcome.call().get(0), error());
        }
        outcome.printed().forEach((name, bytes) -> inspect(name, new String(bytes, UTF_8)));
        return faults;
    }

    private void inspect(String name, String text) {
        boolean isLog = name.equals(Outcome.OUT) || name.equals(Outcome.ERR);
        String form = name.equals(Outcome.ERR) ? "text" : isLog ? format : name.replace("report.", "");
        String where = outcome.call().get(0) + " " + name + (isLog ? " as " + form : "");
        if (input.isSecretKept() && text.contains(SECRET)) {
            found("secret", where, excerpt(text, text.indexOf(SECRET)));
        }
        if (text.contains(Secrets.OUTSIDE)) {
            found("outside", where, excerpt(text, text.indexOf(Secrets.OUTSIDE)));
        }
        // Spreadsheets want both characters at the end of a line.
        String plain = form.equals("csv") ? text.replace("\r\n", "\n") : text;
        Matcher control = CONTROL.matcher(plain);
        // A diff has the very bytes of the file, in UTF-16 too, or nobody could apply it.
        if (!form.equals("diff") && control.find()) {
            found("control character", where, excerpt(plain, control.start()));
        }
        if (isLog) {
            command(form, text).ifPresent(command -> found("command", where, command));
        }
        invalid(form, text).ifPresent(reason -> found("invalid " + form, where, reason));
    }

    /** A line that a build service would take for a command, and that is none of the format's own. */
    private Optional<String> command(String form, String text) {
        boolean isHeard = input.environment().containsKey("GITHUB_ACTIONS")
                || input.environment().containsKey("TF_BUILD")
                || form.equals("github")
                || form.equals("azure");
        return isHeard
                ? LINE_END.splitAsStream(text)
                        .filter(line -> isCommand(form, line))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * GitHub: {@code ::name::} at the start of a line, {@code ##[name]} anywhere
     * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). Azure: {@code ##vso[} anywhere
     * (https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/WorkerCommandManager.cs).
     */
    private static boolean isCommand(String form, String line) {
        String start = line.stripLeading();
        // The services read a line as the first command in it and look no further; the rest arrives as text.
        if (isOwn(form, "github", "::", start) || isOwn(form, "azure", "##vso[", line)) {
            return false;
        }
        return line.contains("##[" + Nasty.FORGED)
                || line.toLowerCase(Locale.ROOT).contains("##vso[")
                || (start.startsWith("::") && start.indexOf("::", 2) > 0);
    }

    private static boolean isOwn(String form, String service, String mark, String line) {
        return form.equals(service) && line.startsWith(mark) && !line.startsWith(mark + Nasty.FORGED);
    }

    private static Optional<String> invalid(String form, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            switch (form) {
                case "json", "sarif", "gitlab" -> JsonMapper.shared().readTree(text);
                case "jsonl" -> text.lines().forEach(line -> JsonMapper.shared().readTree(line));
                case "junit", "checkstyle", "xml" ->
                    SAXParserFactory.newInstance()
                            .newSAXParser()
                            .parse(new ByteArrayInputStream(text.getBytes(UTF_8)), new DefaultHandler());
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (JacksonException | SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String error() {
        return new String(outcome.printed().get(Outcome.ERR), UTF_8);
    }

    /** Where the program itself was, by a stack trace. */
    private static String programLine(String trace) {
        Matcher line = PROGRAM_LINE.matcher(trace);
        return line.find() ? line.group(1) : trace.lines().findFirst().orElse("");
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 80));
    }

    private void found(String kind, String where, String detail) {
        faults.add(new Fault(kind, where, detail, outcome.call()));
    }
}
