package io.github.iisaudit.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses the files that a list names with one JDK SAX parser, one after the other, and does nothing else: the physical limit. */
public final class SaxPass {

    private SaxPass() {}

    /** @param args a file that names the files, a line each */
    public static void main(String[] args) throws IOException, ParserConfigurationException, SAXException {
        SAXParser parser = SAXParserFactory.newDefaultNSInstance().newSAXParser();
        int rejected = 0;
        for (String file : Files.readAllLines(Path.of(args[0]))) {
            try {
                parser.parse(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))), new DefaultHandler());
            } catch (SAXException e) {
                rejected++;
            }
        }
        System.out.println("rejected " + rejected);
    }
}
