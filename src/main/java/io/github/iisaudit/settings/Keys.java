package io.github.iisaudit.settings;

import io.github.iisaudit.settings.Form.Choice;
import io.github.iisaudit.settings.Form.Group;
import io.github.iisaudit.settings.Form.Key;
import io.github.iisaudit.settings.Form.ListOf;
import io.github.iisaudit.settings.Form.MapOf;
import io.github.iisaudit.settings.Form.Text;
import java.util.List;

/** All keys of a settings file: the one table behind its reader, its JSON Schema and {@code iisaudit config}. */
public final class Keys {

    public static final String FAIL_ON = "fail-on";
    public static final String MIN_SEVERITY = "min-severity";
    public static final String SEVERITY = "severity";
    public static final String SKIP_RULES = "skip-rules";
    public static final String RULES = "rules";
    public static final String IGNORE = "ignore";
    public static final String HOST = "host";
    public static final String SITE = "site";
    public static final String ENV = "env";
    public static final String SERVERS = "servers";
    public static final String ENVIRONMENTS = "environments";
    public static final String SUPPRESSIONS = "suppressions";

    static final String CONFIGURATION = "configuration";
    static final String PROFILE = "profile";
    static final String ENVIRONMENT = "environment";
    static final String VARIABLES = "variables";
    static final String PARAMETERS = "parameters";

    static final String PATH = "path";
    static final String RULE = "rule";
    static final String REASON = "reason";
    static final String EXPIRES = "expires";

    /** What switches a rule off where a severity is expected. */
    public static final String OFF = "off";

    private static final Form FILE = new Text(TextKind.FILE);
    private static final Form NAME = new Text(TextKind.TEXT);
    private static final Form RULE_ID = new Text(TextKind.RULE);
    private static final Form GLOB = new Text(TextKind.GLOB);

    private static final Form SUPPRESSION = new Group(List.of(
            required(RULE, RULE_ID, "The rule whose findings are accepted."),
            required(
                    PATH,
                    GLOB,
                    "Where: a configuration path such as Intranet/hr with all below it, or a file or folder as for"
                            + " ignore. A finding that reaches other paths too stays for those. ** is everywhere."),
            required(REASON, NAME, "Why, for whoever reads the report."),
            optional(
                    EXPIRES,
                    new Text(TextKind.DATE),
                    "The last day (UTC) on which it holds; the run fails afterwards.",
                    "never")));

    private static final Form DEPLOYED = new Group(List.of(
            optional(
                    CONFIGURATION,
                    NAME,
                    "The build configuration, whose transforms web.NAME.config come first.",
                    "none"),
            optional(PROFILE, NAME, "The publish profile, whose transforms come next.", "none"),
            optional(ENVIRONMENT, NAME, "The environment, whose transforms come last.", "none"),
            optional(
                    VARIABLES,
                    new MapOf(TextKind.TEXT, NAME),
                    "What placeholders such as #{NAME} stand for, by their names.",
                    "none"),
            optional(
                    PARAMETERS,
                    new MapOf(TextKind.TEXT, NAME),
                    "The parameters of a Web Deploy package, by their names.",
                    "those of the package")));

    /** The whole file. */
    public static final Group FILE_FORM = new Group(List.of(
            optional(
                    FAIL_ON,
                    new Choice(List.of("error", "warning", "note", "never")),
                    "Findings from this severity on make the exit code 1.",
                    "warning"),
            optional(
                    MIN_SEVERITY,
                    new Choice(List.of("error", "warning", "note")),
                    "Findings below this severity are left out.",
                    "note"),
            optional(
                    SEVERITY,
                    new MapOf(TextKind.RULE, new Choice(List.of("error", "warning", "note", OFF))),
                    "The severity of a rule's findings, by the id of the rule; off switches it off.",
                    "each rule's own"),
            optional(SKIP_RULES, new ListOf(RULE_ID), "Rules that do not run.", "none"),
            optional(
                    RULES,
                    new ListOf(FILE),
                    "Folders of rule files to add to the program's own, relative to this file.",
                    "none"),
            optional(
                    IGNORE,
                    new ListOf(GLOB),
                    "Files and folders in which nothing is reported, as in .gitignore: relative to this file, forward"
                            + " slashes, *, ? and **; case does not count.",
                    "none"),
            optional(
                    HOST,
                    FILE,
                    "The applicationHost.config of the server that the repository is deployed to; with site. It counts"
                            + " for PATHs that are no servers themselves.",
                    "none"),
            optional(SITE, NAME, "The site of that server; with host.", "none"),
            optional(
                    ENV,
                    new MapOf(TextKind.TEXT, NAME),
                    "What %NAME% in the server's paths stands for, by the name of the variable.",
                    "those of every Windows"),
            optional(
                    SERVERS,
                    new MapOf(TextKind.TEXT, new Text(TextKind.COMPUTER)),
                    "The computer account of a server, such as CONTOSO\\WEB01$, or the gMSA of its container, by the name"
                            + " that the server has in reports.",
                    "the name of the server's folder"),
            optional(
                    ENVIRONMENTS,
                    new MapOf(TextKind.TEXT, DEPLOYED),
                    "What is deployed to each environment, by its name: all of them are audited, and findings say for"
                            + " which they hold.",
                    "the files as they are"),
            optional(
                    SUPPRESSIONS,
                    new ListOf(SUPPRESSION),
                    "Findings that are known and accepted, each with its reason.",
                    "none")));

    private Keys() {}

    private static Key required(String name, Form form, String description) {
        return new Key(name, form, true, description, "");
    }

    private static Key optional(String name, Form form, String description, String otherwise) {
        return new Key(name, form, false, description, otherwise);
    }
}
