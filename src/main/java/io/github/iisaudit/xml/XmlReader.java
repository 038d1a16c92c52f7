package io.github.iisaudit.xml;

import io.github.iisaudit.xml.ReadFiles.Result;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.dom4j.Document;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads the bytes of a configuration file into a tree in which every node knows its place.
 *
 * <p>What a file holds never makes it read anything else, look for a host, or run out of stack or memory: a DOCTYPE is
 * refused, and so are more than {@link #MAX_BYTES} bytes or {@link #MAX_DEPTH} levels. Safe for use by several threads.
 * The trees that it returns are not tied to it.
 *
 * <p>Secrets do not come into the tree of a file that is audited: see {@link Secrets}.
 */
public final class XmlReader {

    /**
     * The largest file that is read: 16 MiB, where the largest applicationHost.config seen in public has 0.7. The worst
     * that so many bytes can hold makes a tree of half a GB.
     */
    public static final int MAX_BYTES = 16 << 20;

    /** The deepest nesting of elements that is read; configuration has about ten levels. */
    public static final int MAX_DEPTH = 256;

    private final @Nullable ReadFiles known;
    private final boolean isGuarded;
    private final Set<String> secrets;
    private @Nullable XMLReader parser;

    /** A reader that reads every file anew. */
    public XmlReader() {
        this(null, true);
    }

    private XmlReader(@Nullable ReadFiles known, boolean isGuarded) {
        this(known, isGuarded, Set.of());
    }

    private XmlReader(@Nullable ReadFiles known, boolean isGuarded, Set<String> secrets) {
        this.known = known;
        this.isGuarded = isGuarded;
        this.secrets = secrets;
    }

    /**
     * A reader that hides more than what is called as secrets are; it remembers nothing, as others hide other things.
     *
     * @param more attributes, each as {@code element/attribute}
     */
    public XmlReader hiding(Set<String> more) {
        return more.isEmpty() ? this : new XmlReader(null, isGuarded, Set.copyOf(more));
    }

    /** The same for what the program wrote itself: there are no secrets in it to look for. */
    public XmlReader ofOwnFiles() {
        return new XmlReader(known, false);
    }

    /** A reader of what is no configuration, but speaks of it: a rule has words about passwords, and none of them. */
    public static XmlReader ofDescriptions() {
        return new XmlReader(null, false);
    }

    /**
     * A reader that returns the same tree for a file of the same path and content that it read lately.
     */
    public static XmlReader remembering() {
        return new XmlReader(new ReadFiles(), true);
    }

    private static XMLReader safeParser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            // The root locale: English has no messages of its own, and would fall back to the machine's language.
            parser.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
            return parser;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK has no safe XML parser", e);
        }
    }

    /**
     * Reads one file. Processing instructions and text of white space alone are left out, and so are the
     * declarations of namespaces and the default namespace {@code
     * http://schemas.microsoft.com/.NetConfiguration/v2.0}; names in other namespaces, such as {@code
     * xdt:Transform}, keep theirs.
     *
     * @param path the file, relative to the root of its source, with forward slashes
     * @param bytes its content, in UTF-8, UTF-16 or the encoding that it declares
     * @return the root element; its document holds the comments around it
     * @throws UnreadableXmlException where it is not well-formed XML, or no XML that is read for safety's sake
     */
    public LocatedElement read(String path, byte[] bytes) throws UnreadableXmlException {
        return (known == null ? result(path, bytes) : known.get(path, bytes, this::result)).root();
    }

    private Result result(String path, byte[] bytes) {
        try {
            return new Result(document(path, bytes), null);
        } catch (UnreadableXmlException e) {
            return new Result(null, e);
        }
    }

    private Document document(String path, byte[] bytes) throws UnreadableXmlException {
        refuseSize(path, bytes);
        Encoding encoding = Encoding.of(bytes);
        try {
            // What is no UTF-8 is not plain either, so it need not be looked for.
            return encoding.isUtf8()
                    ? PlainReader.read(
                            Decoder.utf8(path, bytes, encoding).hiding(secrets), bytes, encoding.mark(), isGuarded)
                    : PlainReader.read(Decoder.decode(path, bytes).hiding(secrets), isGuarded);
        } catch (NotPlainException e) {
            SourceText source = Decoder.decode(path, bytes).hiding(secrets);
            refuseVersion11(source);
            TreeBuilder tree = new TreeBuilder(source, isGuarded);
            parse(source, tree);
            return tree.document();
        }
    }

    /**
     * The text of a file that is well formed, for who needs more of it than a tree has. A document type is passed over: what only
     * that explains is not looked at, and nothing is read but the file.
     *
     * @param path as for {@link #read}
     * @throws UnreadableXmlException as {@link #read} does
     */
    public SourceText text(String path, byte[] bytes) throws UnreadableXmlException {
        refuseSize(path, bytes);
        SourceText source = Decoder.decode(path, bytes);
        SourceText plain = DocumentType.blanked(source);
        if (!isPlain(plain)) {
            refuseVersion11(plain);
            parse(plain, new TreeBuilder(plain, isGuarded));
        }
        return source;
    }

    private boolean isPlain(SourceText source) {
        try {
            if (PrefixMask.isWanted(source)) {
                PrefixMask.check(source, isGuarded);
            } else {
                PlainReader.read(source, isGuarded);
            }
            return true;
        } catch (NotPlainException e) {
            return false;
        }
    }

    private static void refuseSize(String path, byte[] bytes) throws UnreadableXmlException {
        if (bytes.length > MAX_BYTES) {
            String reason = "the file is larger than " + (MAX_BYTES >> 20) + " MiB";
            throw new UnreadableXmlException(reason, new Span(new SourceText(path, ""), 0, 0));
        }
    }

    private synchronized void parse(SourceText source, TreeBuilder tree) throws UnreadableXmlException {
        try {
            if (parser == null) {
                parser = safeParser();
            }
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", tree);
            parser.setContentHandler(tree);
            parser.setErrorHandler(tree);
            parser.setEntityResolver(tree);
            parser.parse(new InputSource(new StringReader(source.text())));
        } catch (SAXParseException e) {
            throw new SyntaxError(source, tree, e).toException();
        } catch (SAXException e) {
            if (e.getException() instanceof UnreadableXmlException) {
                throw (UnreadableXmlException) e.getException();
            }
            throw SyntaxError.unexplained(source, tree);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    /**
     * Of version 1.1, which has other line ends and characters, neither XmlLite nor .NET reads anything, and so no
     * IIS.
     */
    private static void refuseVersion11(SourceText source) throws UnreadableXmlException {
        Matcher declaration = Version.OTHER.matcher(source.text());
        if (declaration.lookingAt()) {
            Span span = new Span(source, declaration.end() - "1.1".length(), declaration.end());
            throw new UnreadableXmlException(SyntaxError.VERSION, span);
        }
    }

    /** Made for the first file that is out of the ordinary. */
    private static final class Version {

        static final Pattern OTHER = Pattern.compile("<\\?xml\\s+version\\s*=\\s*[\"']1\\.1");
    }
}
