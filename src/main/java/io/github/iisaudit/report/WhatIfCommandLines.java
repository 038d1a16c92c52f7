package io.github.iisaudit.report;

import io.github.iisaudit.whatif.Command;
import java.util.ArrayList;
import java.util.List;

/** A command in lines. */
final class WhatIfCommandLines {

    private WhatIfCommandLines() {}

    /** Its words, as many in a line as fit; a word that is longer has a line of its own. */
    static List<String> of(Command command, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : command.words()) {
            String clean = Glyphs.clean(word);
            if (line.isEmpty()) {
                line = clean;
            } else if (Glyphs.width(line) + 1 + Glyphs.width(clean) <= width) {
                line = line + " " + clean;
            } else {
                lines.add(line);
                line = clean;
            }
        }
        lines.add(line);
        return lines;
    }
}
