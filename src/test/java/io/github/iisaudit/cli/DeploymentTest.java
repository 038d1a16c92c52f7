package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    private static final String XDT = "xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'";

    @TempDir
    Path folder;

    @Test
    void a_value_that_a_transform_sets_has_its_place_in_the_transform() throws IOException {
        base("enabled='true' useKernelMode='true'");
        transform("Release", "useKernelMode='false' xdt:Transform='SetAttributes(useKernelMode)'");
        Run run = run("effective", "--configuration", "release", "--format", "json");
        assertThat(run.out())
                .containsPattern(
                        "\"useKernelMode\": \\{\\s+\"value\": false,\\s+\"origin\": \\{\\s+\"file\": \"Web.Release.config\"");
        assertThat(run.out().replaceAll("\\s+", "")).contains("\"via\":[{\"file\":\"web.config\"");
    }

    @Test
    void transforms_are_applied_in_the_order_of_publishing() throws IOException {
        base("enabled='true'");
        transform("Release", "useKernelMode='false' xdt:Transform='SetAttributes(useKernelMode)'");
        transform("Production", "useKernelMode='true' xdt:Transform='SetAttributes(useKernelMode)'");
        assertThat(run("effective", "--environment", "Production", "--configuration", "Release")
                        .out())
                .contains("useKernelMode", "Web.Production.config");
    }

    @Test
    void a_name_that_no_file_is_for_is_refused_with_the_nearest_one() throws IOException {
        base("enabled='true'");
        transform("Release", "xdt:Transform='Remove'");
        Run run = run("scan", "--configuration", "Relese");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean Release?");
    }

    @Test
    void each_environment_is_audited_and_findings_say_for_which_they_hold() throws IOException {
        base("enabled='true'");
        transform("Debug", "xdt:Transform='RemoveAttributes(useKernelMode)'");
        transform("Release", "useKernelMode='false' xdt:Transform='SetAttributes(useKernelMode)'");
        String out =
                run("scan", "--every-environment", "--format", "json").out().replaceAll("\\s+", "");
        assertThat(out).contains("\"environments\":[\"Debug\"]", "\"environments\":[\"Debug\",\"Release\"]");
    }

    @Test
    void environments_that_are_audited_at_the_same_time_are_told_in_the_same_order() throws IOException {
        for (String site : new String[] {"a", "b", "c"}) {
            Path place = Files.createDirectory(folder.resolve(site));
            Files.writeString(place.resolve("web.config"), file("<configuration>", "enabled='true'"));
            for (String name : new String[] {"Live", "Test", "Release", "Debug", "QA"}) {
                String attributes = "useKernelMode='" + (name.length() == 4) + "' xdt:Transform='SetAttributes'";
                Files.writeString(
                        place.resolve("Web." + name + ".config"), file("<configuration " + XDT + ">", attributes));
            }
        }
        String one = everyEnvironment("1");
        assertThat(one).contains("\"QA\"");
        for (int i = 0; i < 5; i++) {
            assertThat(everyEnvironment("5")).isEqualTo(one);
        }
    }

    @Test
    void a_transform_that_is_no_xml_is_named_and_the_rest_audited() throws IOException {
        base("enabled='true'");
        Files.writeString(folder.resolve("Web.Release.config"), "<configuration " + XDT + ">\n<a>");
        Run run = run("scan", "--configuration", "Release", "--format", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("Web.Release.config", "kernel-mode-preauth-401");
    }

    @Test
    void each_reading_of_a_placeholder_is_judged() throws IOException {
        base("enabled='true' useKernelMode='#{Kernel}'");
        String out = run("scan", "--format", "json").out().replaceAll("\\s+", "");
        assertThat(out)
                .contains(
                        "unresolved-placeholder",
                        "\"when\":{\"useKernelMode\":\"true\"}",
                        "\"when\":{\"useKernelMode\":\"false\"}");
        String resolved =
                run("scan", "--variable", "kernel=false", "--format", "json").out();
        assertThat(resolved).doesNotContain("unresolved-placeholder", "kernel-mode-preauth-401", "\"when\"");
    }

    @Test
    void what_a_template_leaves_in_or_out_is_judged_both_ways() throws IOException {
        String section = "<windowsAuthentication enabled='true' useKernelMode='%s'/>\n";
        Files.writeString(
                folder.resolve("web.config"),
                "<configuration><system.webServer><security><authentication>#{if Kernel}\n" + section.formatted("true")
                        + "#{else}" + section.formatted("false")
                        + "#{/if}</authentication></security></system.webServer></configuration>");
        String out = run("scan", "--format", "json").out().replaceAll("\\s+", "");
        assertThat(out)
                .contains("unresolved-placeholder", "\"when\":{\"Kernel\":\"true\"}", "\"when\":{\"Kernel\":\"false\"}")
                .doesNotContain("duplicate-section");
        assertThat(run("effective", "--variable", "Kernel=False").out()).contains("web.config:3");
    }

    @Test
    void a_profile_may_have_a_transform_of_its_own() throws IOException {
        base("enabled='true'");
        transform("Prod", "useKernelMode='false' xdt:Transform='SetAttributes(useKernelMode)'");
        Path profiles = Files.createDirectories(folder.resolve("Properties/PublishProfiles"));
        Files.move(folder.resolve("Web.Prod.config"), profiles.resolve("Prod.transform"));
        assertThat(run("effective", "--profile", "prod").out()).contains("Prod.transform");
        assertThat(run("scan", "--profile", "Prd").err()).contains("did you mean Prod?");
        assertThat(everyEnvironment("1").replaceAll("\\s+", "")).contains("\"environments\":[\"Prod\"]");
    }

    @Test
    void no_more_readings_are_tried_than_can_be_told() throws IOException {
        base("enabled='__a__' useKernelMode='__b__' useAppPoolCredentials='__c__' authPersistNonNTLM='__d__'"
                + " authPersistSingleRequest='__e__'");
        assertThat(run("scan").out().replaceAll("\\s+", " ")).contains("not tried: e");
    }

    @Test
    void a_transform_that_fails_leaves_the_file_as_it_was() throws IOException {
        base("enabled='true'");
        transform("Release", "useKernelMode='false' xdt:Transform='SetAttribute'");
        Run run = run("scan", "--configuration", "Release", "--format", "json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("transform-fails", "kernel-mode-preauth-401");
    }

    @Test
    void what_becomes_a_comment_in_a_comment_is_not_deployed() throws IOException {
        base("enabled='true'><!-- as on the old server --></windowsAuthentication");
        String base = Files.readString(folder.resolve("web.config"))
                .replace("</windowsAuthentication/>", "</windowsAuthentication>");
        Files.writeString(folder.resolve("web.config"), base);
        transform("Release", "xdt:Transform='CommentOut'");
        Run run = run("scan", "--configuration", "Release", "--format", "json");
        assertThat(run.out()).contains("transform-fails", "cannot be written", "kernel-mode-preauth-401");
    }

    @Test
    void a_transform_that_is_named_is_applied_to_the_file_beside_it() throws IOException {
        base("enabled='true'");
        transform("Odd", "useKernelMode='false' xdt:Transform='SetAttributes(useKernelMode)'");
        Path odd = Files.move(folder.resolve("Web.Odd.config"), folder.resolve("odd.xdt"));
        assertThat(run("effective", "--transform", odd.toString()).out()).contains("odd.xdt");
    }

    @Test
    void settings_say_what_is_deployed_to_which_environment() throws IOException {
        base("enabled='true' useKernelMode='#{Kernel}'");
        transform("Release", "authPersistNonNTLM='true' xdt:Transform='SetAttributes(authPersistNonNTLM)'");
        Files.writeString(folder.resolve(".iisaudit.yml"), """
                environments:
                  Live:
                    configuration: Release
                    variables:
                      Kernel: "false"
                  Test:
                    variables:
                      Kernel: "true"
                """);
        String out = run("scan", "--format", "json").out().replaceAll("\\s+", "");
        assertThat(out).contains("\"environments\":[\"Test\"]", "\"environments\":[\"Live\",\"Test\"]");
        assertThat(out).doesNotContain("unresolved-placeholder");
        assertThat(run("effective").out()).contains(" (Live)", " (Test)", "Web.Release.config");
    }

    @Test
    void settings_that_name_a_transform_that_there_is_not_are_refused_at_their_line() throws IOException {
        base("enabled='true'");
        transform("Release", "useKernelMode='false' xdt:Transform='SetAttributes'");
        Files.writeString(folder.resolve(".iisaudit.yml"), "environments:\n  Live:\n    configuration: Relase\n");
        Run run = run("scan");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(".iisaudit.yml:3:20", "web.Relase.config; did you mean Release?");
        Files.delete(folder.resolve("Web.Release.config"));
        assertThat(run("scan").exit()).isEqualTo(1);
    }

    @Test
    void a_transform_of_another_environment_is_not_told_as_left_out() throws IOException {
        base("enabled='true'");
        transform("Live", "useKernelMode='false' xdt:Transform='SetAttributes'");
        transform("Test", "useKernelMode='true' xdt:Transform='SetAttributes'");
        transform("Old", "useKernelMode='true' xdt:Transform='SetAttributes'");
        assertThat(everyEnvironment("2"))
                .contains("Live: 1 transform was applied")
                .doesNotContain("not audited");
        Files.writeString(
                folder.resolve(".iisaudit.yml"),
                "environments:\n  A: {configuration: Live}\n  B: {configuration: Test}\n");
        assertThat(run("scan", "--format", "json").out())
                .containsOnlyOnce("not audited")
                .contains("1 transform was not audited: Web.Old.config");
    }

    private String everyEnvironment(String jobs) {
        return run("scan", "--every-environment", "--format", "json", "--jobs", jobs)
                .out();
    }

    private Run run(String command, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = command;
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Run.of(args);
    }

    private void base(String attributes) throws IOException {
        Files.writeString(folder.resolve("web.config"), file("<configuration>", attributes));
    }

    private void transform(String name, String attributes) throws IOException {
        Files.writeString(folder.resolve("Web." + name + ".config"), file("<configuration " + XDT + ">", attributes));
    }

    private static String file(String root, String attributes) {
        return root + "<system.webServer><security><authentication>\n<windowsAuthentication " + attributes
                + "/></authentication></security></system.webServer></configuration>";
    }
}
