package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Rule.Documentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Hyperlinks as terminals take them (OSC 8: gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda), or none. A file's link
 * ends in its line, which those terminals that open editors go to.
 *
 * @param folder the URI of the folder that relative names start from, with a slash at its end; empty for no hyperlinks
 */
record Links(String folder) {

    private static final String START = "\u001B]8;;";
    private static final String STOP = "\u001B\\";

    /** All escape sequences that make a link; what stands between them are plain characters. */
    static final List<String> CODES = List.of(START, STOP);

    /** A text that leads to a place of a finding's server. */
    String place(Finding finding, Place place, String shown) {
        return folder.isEmpty() ? shown : to(uri(finding.root(), place.file()) + "#" + place.line(), shown);
    }

    /** A text that leads to what a rule names as its source. */
    String rule(Finding finding, String shown) {
        if (folder.isEmpty()) {
            return shown;
        }
        Documentation documentation = finding.rule().documentation();
        return documentation.references().isEmpty()
                ? shown
                : to(documentation.references().get(0).href(), shown);
    }

    private static String to(String uri, String shown) {
        return START + uri + STOP + shown + START + STOP;
    }

    private String uri(String root, String file) {
        String typed = root.replace('\\', '/');
        boolean hasDrive = typed.indexOf(':') == 1;
        String start = typed.startsWith("/") || hasDrive ? "file:///" : folder;
        String drive = hasDrive ? typed.substring(0, 2) : "";
        String path = typed.substring(drive.length()) + "/" + file;
        List<String> encoded = new ArrayList<>();
        for (String name : path.split("/")) {
            if (!name.isEmpty() && !name.equals(".")) {
                encoded.add(ArtifactUri.encode(name));
            }
        }
        return start + (hasDrive ? drive + "/" : "") + String.join("/", encoded);
    }
}
