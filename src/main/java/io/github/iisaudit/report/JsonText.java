package io.github.iisaudit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * JSON as all our formats write it: two spaces, {@code \n}, a line end at the end. Fields stand in the order of the
 * calls. Names are our own or those of the schema; what values hold is escaped as {@link JsonString} says.
 */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .build()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final JsonGenerator json;

    /** Those of the value at work: an array is looked through in less time than a string. */
    private char[] characters = new char[1 << 9];

    /** What writes the inside of an object or an array. */
    interface Content {
        void write() throws IOException;
    }

    /** What writes one item of an array. */
    interface Item<T> {
        void write(T item) throws IOException;
    }

    JsonText(Writer out) throws IOException {
        this(out, indented());
    }

    private JsonText(Writer out, PrettyPrinter printer) throws IOException {
        json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(printer);
    }

    /** Documents without a blank in them, each in a {@link #line}. */
    static JsonText lines(Writer out) throws IOException {
        return new JsonText(out, new MinimalPrettyPrinter(""));
    }

    private static PrettyPrinter indented() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
    }

    /** How the documents of this program begin: with the version of their schema, and its own. */
    void head(String version) throws IOException {
        field("schemaVersion", 1);
        object("tool", () -> {
            field("name", "iisaudit");
            field("version", version);
        });
    }

    /** The one object of a document. */
    void document(Content content) throws IOException {
        object(content);
        end();
    }

    /** Ends a document that was begun with {@link #begin()}. */
    void end() throws IOException {
        json.writeRaw('\n');
        close();
    }

    /** One of several documents. */
    void line(Content content) throws IOException {
        object(content);
        json.writeRaw('\n');
    }

    /** After the last of several documents; the writer stays open. */
    void close() throws IOException {
        json.close();
    }

    void object(Content content) throws IOException {
        json.writeStartObject();
        content.write();
        json.writeEndObject();
    }

    void object(String name, Content content) throws IOException {
        json.writeFieldName(name);
        object(content);
    }

    void array(String name, Content content) throws IOException {
        json.writeArrayFieldStart(name);
        content.write();
        json.writeEndArray();
    }

    /** An array of objects. */
    <T> void objects(String name, Iterable<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            object(() -> item.write(each));
        }
        json.writeEndArray();
    }

    void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            string(value);
        }
        json.writeEndArray();
    }

    void field(String name, String value) throws IOException {
        json.writeFieldName(name);
        string(value);
    }

    private void string(String value) throws IOException {
        if (value.length() > characters.length) {
            characters = new char[2 * value.length()];
        }
        value.getChars(0, value.length(), characters, 0);
        if (JsonString.isAsItStands(characters, value.length())) {
            json.writeRawValue("\"");
            json.writeRaw(value);
            json.writeRaw('"');
        } else if (JsonString.isPlain(value)) {
            json.writeString(value);
        } else {
            json.writeRawValue(JsonString.of(value));
        }
    }

    void field(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void field(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    /** The beginning of an object that a later call ends: for what is written as it comes. */
    void begin() throws IOException {
        json.writeStartObject();
    }

    /** The beginning of a document that is an array. */
    void beginArray() throws IOException {
        json.writeStartArray();
    }

    void beginArray(String name) throws IOException {
        json.writeArrayFieldStart(name);
    }

    void endArray() throws IOException {
        json.writeEndArray();
    }

    void endObject() throws IOException {
        json.writeEndObject();
    }
}
