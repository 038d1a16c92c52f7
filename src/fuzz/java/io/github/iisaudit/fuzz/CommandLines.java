package io.github.iisaudit.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What is asked about an input: every command that reads one, in every format. */
final class CommandLines {

    static final List<String> SCAN_FORMATS = List.of(
            "text",
            "concise",
            "json",
            "jsonl",
            "sarif",
            "github",
            "gitlab",
            "azure",
            "junit",
            "checkstyle",
            "markdown",
            "csv",
            "html");

    static final String BASELINE = ".baseline";

    private final Dice dice;
    private final List<String> more;

    /** @param more arguments of all commands */
    CommandLines(Dice dice, List<String> more) {
        this.dice = dice;
        this.more = more;
    }

    List<List<String>> all(Content content) {
        List<List<String>> calls = new ArrayList<>();
        calls.add(scan());
        List<String> change = dice.of(
                List.of("--set", "useKernelMode=false"),
                List.of("--set", "useAppPoolCredentials=true"),
                List.of("--set", "enabled=true", "--path", "/"),
                List.of("--set-pool-identity", "SpecificUser:CONTOSO\\svc"));
        for (String format : List.of("text", "json", "xml")) {
            List<String> whole = dice.oneIn(3) ? List.of("--all") : List.of();
            calls.add(call("effective", List.of("--format", format), whole));
        }
        for (String format : List.of("text", "json", "markdown")) {
            calls.add(call("what-if", List.of("--format", format), change));
        }
        for (String format : List.of("text", "json")) {
            calls.add(call("config", List.of("--format", format), List.of()));
        }
        for (String format : List.of("diff", "appcmd", "powershell")) {
            calls.add(call("fix", List.of("--format", format), dice.oneIn(2) ? change(change) : List.of()));
        }
        calls.add(call("history", List.of("--format", dice.of("text", "json", "markdown", "html")), List.of()));
        addDirectory(content, change, calls);
        if (!content.gitConfig().isEmpty()) {
            calls.add(call("scan", List.of("--format", dice.of(SCAN_FORMATS)), List.of("--since", "HEAD~1")));
        }
        if (content.files().containsKey("rules/own-rule-0.xml")) {
            calls.add(List.of("rules", "test", Case.IN + "/rules"));
        }
        if (content.files().containsKey(BASELINE)) {
            List<String> baselines =
                    List.of("--baseline", Case.IN + "/" + BASELINE, "--write-baseline", Case.OUT + "/" + BASELINE);
            calls.add(call("scan", List.of("--format", dice.of(SCAN_FORMATS)), baselines));
        }
        return calls;
    }

    /** What a fix is told to set; other changes are no settings. */
    private static List<String> change(List<String> change) {
        return change.get(0).equals("--set") && !change.contains("--path") ? change : List.of();
    }

    private void addDirectory(Content content, List<String> change, List<List<String>> calls) {
        List<String> sources = new ArrayList<>();
        for (String file : Directories.FILES) {
            if (content.files().containsKey(file)) {
                sources.addAll(List.of("--directory", Case.IN + "/" + file));
            }
        }
        if (!sources.isEmpty()) {
            sources.addAll(dice.oneIn(2) ? List.of("--alias", "web00=intranet.example") : List.of());
            List<String> whatIf = new ArrayList<>(sources);
            whatIf.addAll(change);
            calls.add(call("kerberos", List.of("--format", dice.of("text", "json", "markdown")), sources));
            calls.add(call("scan", List.of("--format", dice.of(SCAN_FORMATS)), sources));
            calls.add(call("what-if", List.of("--format", dice.of("text", "json", "markdown")), whatIf));
        }
    }

    /**
     * One run that writes all formats, so that reading costs once. SARIF, which takes as long as all else since it has the pages of
     * all rules, is left to standard output.
     */
    private List<String> scan() {
        List<String> formats = new ArrayList<>(List.of("--format", dice.of(SCAN_FORMATS)));
        for (String format : SCAN_FORMATS) {
            if (!format.equals("sarif")) {
                formats.addAll(List.of("--output", format + "=" + Case.OUT + "/report." + format));
            }
        }
        return call("scan", formats, dice.oneIn(3) ? List.of("--verbose") : List.of());
    }

    private List<String> call(String command, List<String> format, List<String> rest) {
        List<String> call = new ArrayList<>(List.of(command));
        call.addAll(format);
        call.addAll(rest);
        if (!command.equals("config")) {
            call.addAll(more);
        }
        call.add(Case.IN);
        return call;
    }
}
