package io.github.iisaudit.settings;

/** What the parser complains of, in words for people who do not know YAML's grammar. */
final class YamlProblem {

    private YamlProblem() {}

    /** @param line the text of the line that the complaint is about */
    static String inWords(String problem, String line) {
        String what = problem.replaceAll("\\s+", " ").strip();
        if (what.contains("'\\t") || what.contains("TAB") || line.startsWith("\t")) {
            return "a tab cannot indent in YAML: write blanks";
        }
        if (what.contains("mapping values are not allowed here")) {
            return "':' is not expected here: indent the line as those around it, or put the text in quotes";
        }
        if (what.startsWith("expected <block end>, but found")) {
            return "this line is not indented as those around it, or a quote before it is not closed";
        }
        if (what.contains("could not find expected ':'")) {
            return "a key without ':' after it";
        }
        if (what.startsWith("found character '")) {
            return "begins with a character that means something else in YAML: put the text in quotes";
        }
        if (what.contains("alias") || what.startsWith("unexpected character found")) {
            return "'*' and '&' mean something else in YAML: put the text in quotes";
        }
        if (what.contains("end of stream") || what.contains("<stream end>")) {
            return "something before is not closed: a quote, a bracket or a brace";
        }
        return "is no YAML: " + what;
    }
}
