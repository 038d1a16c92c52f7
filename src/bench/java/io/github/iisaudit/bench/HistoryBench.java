package io.github.iisaudit.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The history of a repository of which every commit changes something in one large applicationHost.config, compared with one audit of
 * the newest version for every ten commits.
 *
 * <pre>{@code
 * mvn -q -Pbench -DskipTests package
 * java -cp target/test-classes io.github.iisaudit.bench.HistoryBench target/iisaudit/bin/iisaudit 150 300 3
 * }</pre>
 */
public final class HistoryBench {

    private static final int APPLICATIONS = 10;
    private static final int COMMITS_AN_AUDIT = 10;
    private static final long START = 1_767_225_600L;
    private static final long HOUR = 3_600L;

    private final Random random = new Random(7);
    private final List<String> users = new ArrayList<>();
    private final List<Boolean> modes = new ArrayList<>();
    private int comments;

    private HistoryBench(int sites) {
        for (int i = 0; i < sites; i++) {
            users.add("CONTOSO\\svc" + i % 40);
            for (int k = 0; k < APPLICATIONS; k++) {
                modes.add(random.nextBoolean());
            }
        }
    }

    /** @param args the launcher; then the number of sites (150), of commits (300) and of rounds (3) */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            System.err.println("usage: HistoryBench LAUNCHER [SITES] [COMMITS] [ROUNDS]");
            System.exit(2);
        }
        String launcher = Path.of(args[0]).toAbsolutePath().toString();
        int commits = number(args, 2, 300);
        Path repository = Files.createTempDirectory("iisaudit-history");
        int size = new HistoryBench(number(args, 1, 150)).write(repository, commits);
        Turns turns = new Turns();
        List<List<String>> audits = new ArrayList<>();
        for (int i = 0; i < commits; i += COMMITS_AN_AUDIT) {
            audits.add(List.of(launcher, "scan", repository.toString()));
        }
        turns.addAll(audits.size() + " audits", audits);
        turns.add("history", List.of(launcher, "history", repository.toString(), "--format", "json"));
        turns.run(number(args, 3, 3));
        turns.print(commits + " commits, " + size / 1000 + " KB");
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    /** Writes a first commit and as many as were asked for, and tells how large the last file is. */
    private int write(Path repository, int commits) throws IOException, InterruptedException {
        run(List.of("git", "init", "-q", repository.toString()));
        Process git = new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet").start();
        byte[] text = {};
        try (OutputStream out = git.getOutputStream()) {
            for (int i = 0; i <= commits; i++) {
                text = host().getBytes(StandardCharsets.UTF_8);
                String commit = "commit refs/heads/main\ncommitter T <t@example.com> " + (START + i * HOUR)
                        + " +0000\ndata 1\nc\nM 644 inline inetsrv/config/applicationHost.config\ndata " + text.length;
                out.write((commit + "\n").getBytes(StandardCharsets.UTF_8));
                out.write(text);
                out.write('\n');
                edit();
            }
        }
        git.waitFor();
        run(List.of("git", "-C", repository.toString(), "checkout", "-q", "-f", "main"));
        return text.length;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Mostly a setting of an application; now and then the account of a pool, or a line above all others. */
    private void edit() {
        int kind = random.nextInt(10);
        int at = random.nextInt(modes.size());
        if (kind < 7) {
            modes.set(at, !modes.get(at));
        } else if (kind < 9) {
            users.set(at / APPLICATIONS, "CONTOSO\\new" + random.nextInt(1000));
        } else {
            comments++;
        }
    }

    private String host() {
        StringBuilder text = new StringBuilder("<configuration>\n" + "  <!-- a note -->\n".repeat(comments));
        text.append("  <configSections>\n    <sectionGroup name=\"system.applicationHost\">"
                + "<section name=\"applicationPools\" /><section name=\"sites\" /></sectionGroup>\n"
                + "    <sectionGroup name=\"system.webServer\"><sectionGroup name=\"security\"><sectionGroup name=\"authentication\">"
                + "<section name=\"anonymousAuthentication\" /><section name=\"windowsAuthentication\" />"
                + "</sectionGroup></sectionGroup></sectionGroup>\n  </configSections>\n"
                + "  <system.applicationHost>\n    <applicationPools>\n");
        for (int i = 0; i < users.size(); i++) {
            text.append("      <add name=\"pool" + i
                    + "\">\n        <processModel identityType=\"SpecificUser\" userName=\"" + users.get(i)
                    + "\" />\n      </add>\n");
        }
        text.append("    </applicationPools>\n    <sites>\n");
        for (int i = 0; i < users.size(); i++) {
            text.append(site(i));
        }
        text.append("    </sites>\n  </system.applicationHost>\n");
        for (int i = 0; i < modes.size(); i++) {
            text.append(location(path(i), modes.get(i)));
        }
        return text.append("</configuration>\n").toString();
    }

    private static String path(int application) {
        int below = application % APPLICATIONS;
        return "Site" + application / APPLICATIONS + (below == 0 ? "" : "/app" + below);
    }

    private static String site(int number) {
        StringBuilder text =
                new StringBuilder("      <site name=\"Site" + number + "\" id=\"" + (number + 1) + "\">\n");
        for (int i = 0; i < APPLICATIONS; i++) {
            text.append("        <application path=\"/" + (i == 0 ? "" : "app" + i) + "\" applicationPool=\"pool"
                    + number
                    + "\">\n          <virtualDirectory path=\"/\" physicalPath=\"D:\\sites\\" + number + "\\" + i
                    + "\" />\n        </application>\n");
        }
        return text + "        <bindings>\n          <binding protocol=\"https\" bindingInformation=\"*:443:site"
                + number + ".contoso.com\" />\n        </bindings>\n      </site>\n";
    }

    private static String location(String path, boolean isKernelMode) {
        return "  <location path=\"" + path + "\" overrideMode=\"Allow\">\n    <system.webServer>\n      <security>\n"
                + "        <authentication>\n          <anonymousAuthentication enabled=\"false\" />\n"
                + "          <windowsAuthentication enabled=\"true\" useKernelMode=\"" + isKernelMode + "\">\n"
                + "            <providers>\n              <clear />\n              <add value=\"Negotiate\" />\n"
                + "              <add value=\"NTLM\" />\n            </providers>\n          </windowsAuthentication>\n"
                + "        </authentication>\n      </security>\n    </system.webServer>\n  </location>\n";
    }
}
