package io.github.iisaudit.xml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A complaint of the JDK's parser that is worth saying better.
 *
 * @param complaint the parser's message
 * @param reason what is wrong; may refer to groups of the message as {@code $1}
 * @param begin what the text at fault begins with, to be sought backwards from where the parser had come to; empty
 *     where the parser stopped just before it
 */
record KnownComplaint(Pattern complaint, String reason, String begin) {

    static final List<KnownComplaint> ALL = List.of(
            known("DOCTYPE is disallowed.*", SyntaxError.NO_DOCTYPE, "<!DOCTYPE"),
            known("Premature end of file\\.", "there is no root element", ""),
            known("Content is not allowed in prolog\\.", "text before the root element", ""),
            known("Content is not allowed in trailing section\\.", "text after the end of the root element", ""),
            known("The markup in the document preceding.*", "this is no root element", "<"),
            known("The markup in the document following.*", "markup after the end of the root element", "<"),
            known(
                    "The processing instruction target matching .*",
                    "the XML declaration must begin the file and give a version",
                    "<?"),
            known("XML version .* is not supported, .*", SyntaxError.VERSION, "<?"),
            known("The content of elements must.*", "\"<\" begins no tag here; as text it is written \"&lt;\"", "<"),
            known("The entity name must.*", "\"&\" begins no entity here; as text it is written \"&amp;\"", "&"),
            known("The reference to entity .*", "\"&\" begins no entity here; as text it is written \"&amp;\"", "&"),
            known("The entity \"(.*)\" was referenced, but not declared\\.", "XML has no entity \"&$1;\"", "&"),
            known("Character reference \"(.*)\" is an invalid XML character\\.", "\"$1;\" is no character of XML", "&"),
            known(".* must immediately follow the \"&#x?\" .*", "\"&#\" without the number of a character", "&"),
            known("An invalid XML character \\(Unicode: 0x(.*?)\\) .*", "character 0x$1 is not allowed in XML", ""),
            known("The string \"--\" .*", "\"--\" inside a comment", "--"),
            known("The character sequence \"]]>\" .*", "\"]]>\" outside a CDATA section", "]]>"),
            known("Element type \"(.*)\" must be followed .*", "expected an attribute, \">\" or \"/>\" in <$1", ""),
            known("Open quote is expected for attribute \"(.*?)\" .*", "the value of \"$1\" must stand in quotes", ""),
            known("Attribute name \"(.*?)\" .* must be followed by .*", "attribute \"$1\" has no value", ""),
            known(
                    "The value of attribute \"(.*?)\" .* must not contain the '<' character\\.",
                    "the value of \"$1\" has no closing quote, or its \"<\" must be written \"&lt;\"",
                    ""),
            known("Attribute \"(.*)\" bound to namespace .*", "attribute \"$1\" is given twice", "<"),
            known("The prefix \"(.*?)\" for .* is not bound\\.", "the prefix \"$1\" is not declared", "<"),
            known("Element or attribute \"(.*?)\" do not match .*", "\"$1\" is no name", "<"),
            known("The prefix \"(.*?)\" cannot be bound .*", "the prefix \"$1\" cannot be declared", "<"),
            known(".* bindings may not be empty\\.", "a prefix is declared with an empty namespace", "<"),
            known("JAXP00010002: .*", "an element has more attributes than are read", "<"),
            known("JAXP00010005: .*", "a name is longer than what is read", "<"));

    private static KnownComplaint known(String complaint, String reason, String begin) {
        return new KnownComplaint(Pattern.compile(complaint, Pattern.DOTALL), reason, begin);
    }
}
