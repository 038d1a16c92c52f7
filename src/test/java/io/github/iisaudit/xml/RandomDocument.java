package io.github.iisaudit.xml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A well-formed document in a nasty layout, which knows where it wrote its elements and attributes. The seed
 * decides all.
 */
final class RandomDocument {

    /** An element, in the order of the start tags. */
    static final class Written {
        final String name;
        final List<WrittenAttribute> attributes = new ArrayList<>();
        int start;
        int startTagEnd;
        int end;

        Written(String name) {
            this.name = name;
        }
    }

    record WrittenAttribute(String name, int start, int end, String raw, String value) {}

    private static final int MAX_ELEMENTS = 60;
    private static final String[] NAMES = {"a", "add", "system.webServer", "b-c", "_x", "q:d", "é1", "xmlnsx", "A"};
    private static final String[] SPACES = {" ", "\n", "\r\n", "\t", "\r", "  \n\t"};
    private static final String[] FILLERS = {
        "",
        "\n  ",
        "\r\n\t",
        "\r",
        "text",
        " ] > ]] &lt;b c='1'&gt; &#x1F600; ",
        "é😀",
        "<![CDATA[]]>",
        "<![CDATA[<b a='1'> & </b> ]] > <!-- ]]>",
        "<!---->",
        "<!-- <b c='1'> & ]]> \r\n> -->",
        "<?pi?>",
        "<?pi <b c=\"1\"> ?>",
    };
    /** What is written in a value, and what it says; values stand in double quotes here. */
    private static final List<Map.Entry<String, String>> VALUES = List.of(
            Map.entry("x", "x"),
            Map.entry("true", "true"),
            Map.entry(">", ">"),
            Map.entry("/>", "/>"),
            Map.entry(" = ", " = "),
            Map.entry("'", "'"),
            Map.entry("&lt;", "<"),
            Map.entry("&amp;lt;", "&lt;"),
            Map.entry("&quot;", "\""),
            Map.entry("&#10;", "\n"),
            Map.entry("&#x1F600;", "😀"),
            Map.entry("é😀", "é😀"),
            Map.entry("\n", " "),
            Map.entry("\t", " "),
            Map.entry("\r\n.", " ."),
            Map.entry("\r.", " ."),
            Map.entry("-->]]>", "-->]]>"),
            Map.entry(" b='1' ", " b='1' "));

    final List<Written> elements = new ArrayList<>();
    final String text;
    private final StringBuilder out = new StringBuilder();
    private final Random random;

    RandomDocument(long seed) {
        random = new Random(seed);
        out.append(pick("", "<?xml version='1.0'?>", "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\r\n"));
        out.append(pick("", "<!-- <a> -->", "<?pi <a>?>\n", "<!--😀-->\r"));
        element(0);
        out.append(pick("", "\n", "<!-- </a> -->", "\r\n<?pi?>"));
        text = out.toString();
    }

    /** The text in one of the encodings that can be told without a declaration. */
    byte[] bytes() {
        switch (random.nextInt(5)) {
            case 0:
                return ("\uFEFF" + text).getBytes(UTF_8);
            case 1:
                return ("\uFEFF" + text).getBytes(UTF_16LE);
            case 2:
                return ("\uFEFF" + text).getBytes(UTF_16BE);
            case 3:
                return text.getBytes(UTF_16LE);
            default:
                return text.getBytes(UTF_8);
        }
    }

    private void element(int depth) {
        Written element = new Written(depth == 0 ? "configuration" : pick(NAMES));
        elements.add(element);
        element.start = out.length();
        out.append('<').append(element.name);
        attributes(element, depth == 0);
        out.append(pick("", "", space()));
        boolean empty = depth > 0 && random.nextInt(3) == 0;
        out.append(empty ? "/>" : ">");
        element.startTagEnd = out.length();
        if (!empty) {
            content(depth);
            out.append("</").append(element.name).append(pick("", "", space())).append('>');
        }
        element.end = out.length();
    }

    private void attributes(Written element, boolean root) {
        if (root) {
            out.append(space())
                    .append("xmlns:q")
                    .append(pick("=", " = ", "\r\n=\t"))
                    .append("'urn:>q'");
        }
        List<String> names = new ArrayList<>(List.of(NAMES));
        Collections.shuffle(names, random);
        for (String name : names.subList(0, random.nextInt(5))) {
            out.append(space());
            attribute(element, name);
        }
    }

    private void attribute(Written element, String name) {
        StringBuilder raw = new StringBuilder();
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map.Entry<String, String> piece = VALUES.get(random.nextInt(VALUES.size()));
            raw.append(piece.getKey());
            value.append(piece.getValue());
        }
        boolean single = raw.indexOf("'") < 0 && random.nextBoolean();
        String quote = single ? "'" : "\"";
        int start = out.length();
        out.append(name).append(pick("", "", space())).append('=').append(pick("", "", space()));
        out.append(quote).append(raw).append(quote);
        element.attributes.add(new WrittenAttribute(name, start, out.length(), raw.toString(), value.toString()));
    }

    private void content(int depth) {
        out.append(pick(FILLERS));
        for (int i = random.nextInt(5); i > 0 && depth < 8 && elements.size() < MAX_ELEMENTS; i--) {
            element(depth + 1);
            out.append(pick(FILLERS)).append(pick(FILLERS));
        }
    }

    private String space() {
        return pick(SPACES);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
