package io.github.iisaudit.cli;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The usual runs, one after the other and without output, so that Java can note which classes they need. */
public final class Rehearsal {

    private static final String WEB_CONFIG = """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <system.webServer>
                <security>
                  <authentication>
                    <anonymousAuthentication enabled="false" />
                    <windowsAuthentication enabled="true" />
                  </authentication>
                </security>
              </system.webServer>
            </configuration>
            """;

    private Rehearsal() {}

    /** @param args the folder of a server; nothing happens on it where there is none */
    public static void main(String[] args) throws IOException {
        new Main.ReadAhead().start();
        String server = args[0];
        Path file = Files.writeString(Files.createTempFile("iisaudit", ".config"), WEB_CONFIG);
        try {
            for (Format format : Format.values()) {
                String name = format.name().toLowerCase(Locale.ROOT);
                run("scan", file.toString(), "--format", name);
                run("scan", server, "--format", name);
            }
        } finally {
            Files.delete(file);
        }
        List<String> change = List.of("--set", "useKernelMode=false");
        run("scan", "-");
        run("effective", server);
        run("effective", server, "--format", "json");
        run("what-if", server, change.get(0), change.get(1));
        run("what-if", server, change.get(0), change.get(1), "--format", "json");
        run("explain", "kernel-mode-preauth-401");
        run("rules");
        run("--help");
        run("scan", "--help");
        run("--version");
    }

    private static void run(String... args) {
        Main.run(args, InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }
}
