package io.github.iisaudit.report;

import io.github.iisaudit.fix.Deed;
import io.github.iisaudit.xml.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script of the command prompt. It has no blocks and no labels: a name within a block is read when the block is, and labels are not
 * found for certain in a file with the line ends of Unix.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe">Getting started with appcmd</a>
 */
final class AppcmdScript implements ScriptLanguage {

    private String guard = "";

    @Override
    public String comment() {
        return "rem ";
    }

    @Override
    public List<String> head() {
        return List.of(
                "@echo off",
                "rem made by iisaudit fix; run it elevated, on the server itself",
                "setlocal EnableExtensions DisableDelayedExpansion",
                "set \"APPCMD=%windir%\\system32\\inetsrv\\appcmd.exe\"",
                "set \"BACKUP=iisaudit-%RANDOM%-%RANDOM%\"",
                "set \"SAVED=\"",
                "set \"RC=0\"");
    }

    @Override
    public Optional<List<String>> on(String server) {
        Optional<String> word = Quoting.APPCMD.word(server);
        guard = word.map(name -> "if /i not \"%COMPUTERNAME%\"==" + name + " set \"DO=\"")
                .orElse("");
        return word.map(name -> List.of());
    }

    @Override
    public Optional<List<String>> lines(Deed deed) {
        if (!(deed instanceof Deed.SetAttributes set)) {
            return Optional.empty();
        }
        Optional<String> path = set.path().isEmpty()
                ? Optional.of("")
                : Quoting.APPCMD.word(set.path()).map(word -> " " + word);
        return path.map(at -> {
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, Boolean> value : set.values().entrySet()) {
                lines.addAll(lines(at + " -section:" + set.section(), value.getKey(), value.getValue()));
            }
            return lines;
        });
    }

    /** What appcmd says where it fails is no line of one word, and so no value. */
    private List<String> lines(String at, String name, boolean value) {
        String set = "set config" + at + " /" + name + ":\"" + word(value) + "\" /commit:apphost";
        String back = "set config" + at + " /" + name + ":\"" + word(!value) + "\" /commit:apphost";
        List<String> lines = new ArrayList<>(List.of(
                "set \"NOW=\"",
                "for /f \"usebackq\" %%v in (`%APPCMD% list config" + at + " /text:" + name
                        + " ^| findstr /i /x \"true false\"`) do set \"NOW=%%v\"",
                "set \"DO=\"",
                "if /i \"%NOW%\"==\"" + !value + "\" set \"DO=1\""));
        if (!guard.isEmpty()) {
            lines.add(guard);
        }
        lines.addAll(List.of(
                "if defined DO if not defined SAVED \"%APPCMD%\" add backup \"%BACKUP%\" && set \"SAVED=1\"",
                "if defined DO if not defined SAVED echo No backup could be made: nothing is written.",
                "if defined DO if not defined SAVED exit /b 1",
                "if defined DO \"%APPCMD%\" " + set + " || set \"RC=1\"",
                "if defined DO echo The way back: appcmd " + back,
                "if not defined DO echo Nothing written: " + name + " is \"%NOW%\" here."));
        return lines;
    }

    private static String word(boolean value) {
        return value ? "True" : "False";
    }

    @Override
    public List<String> tail() {
        return List.of(
                "",
                "if defined SAVED echo All of it back: appcmd restore backup \"%BACKUP%\"",
                "if defined SAVED echo Then, and after a change of kernel mode: net stop w3svc, and net start w3svc",
                "exit /b %RC%");
    }
}
