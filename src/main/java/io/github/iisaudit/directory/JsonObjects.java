package io.github.iisaudit.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what ConvertTo-Json makes of Get-ADUser and its like: one object or a list of them; a collection is a list, a list within an
 * object that counts it, or the text that PowerShell makes of it where it goes too deep.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json">ConvertTo-Json</a>
 */
final class JsonObjects {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Between distinguished names in a row: the last part of one is the label of a domain. */
    private static final Pattern NAMES = Pattern.compile("(?<=DC=[^ ,]{1,63}) +(?=[A-Za-z]{1,9}=)");

    private final JsonParser json;
    private final Intake intake;

    private JsonObjects(JsonParser json, Intake intake) {
        this.json = json;
        this.intake = intake;
    }

    static void read(Reader text, Intake intake) throws IOException, UnreadableDirectoryException {
        try (JsonParser json = FACTORY.createParser(text)) {
            JsonObjects objects = new JsonObjects(json, intake);
            while (json.nextToken() != null) {
                objects.item();
            }
        } catch (JsonProcessingException e) {
            // Its own message quotes the text.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableDirectoryException("it is cut short or no JSON, seen in line " + line);
        }
    }

    private void item() throws IOException, UnreadableDirectoryException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        Entry entry = new Entry();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Attribute name = Attribute.of(json.currentName());
            json.nextToken();
            if (name == null) {
                json.skipChildren();
            } else {
                intake.ask(name);
                value(entry, name);
            }
        }
        intake.add(entry);
    }

    private void value(Entry entry, Attribute name) throws IOException, UnreadableDirectoryException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            array(entry, name);
        } else if (token == JsonToken.START_OBJECT) {
            object(entry, name);
        } else if (token != JsonToken.VALUE_NULL) {
            text(entry, name, json.getText());
        }
    }

    private void array(Entry entry, Attribute name) throws IOException, UnreadableDirectoryException {
        byte[] bytes = new byte[256];
        int count = 0;
        boolean isBinary = name == Attribute.SID || name == Attribute.ALLOWED_FROM;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (isBinary && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                bytes = count < bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(1 << 20, 2 * count));
                bytes[Math.min(count++, bytes.length - 1)] = (byte) json.getIntValue();
            } else {
                value(entry, name);
            }
        }
        if (count > 0) {
            entry.addBytes(name, Arrays.copyOf(bytes, Math.min(count, bytes.length)));
            if (name == Attribute.ALLOWED_FROM) {
                SecurityDescriptor.check(
                        entry.bytes(name), "of line " + json.currentLocation().getLineNr());
            }
        }
    }

    /** Of an identifier its own value counts, of a security descriptor its words, of a collection what is in it, of a person's or group's its name. */
    private void object(Entry entry, Attribute name) throws IOException, UnreadableDirectoryException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (isContent(field)) {
                value(entry, name);
            } else {
                json.skipChildren();
            }
        }
    }

    private static boolean isContent(@Nullable String field) {
        return field != null
                && (field.equalsIgnoreCase("value")
                        || field.equalsIgnoreCase("values")
                        || field.equalsIgnoreCase("Sddl")
                        || field.equalsIgnoreCase("DistinguishedName"));
    }

    private static void each(Entry entry, Attribute name, String[] values) {
        for (String value : values) {
            entry.add(name, value);
        }
    }

    /** ConvertTo-Json writes what lies deeper than it goes as one text. */
    private void text(Entry entry, Attribute name, String text) throws UnreadableDirectoryException {
        boolean isLost = TableReader.isTypeName(text);
        if (!isLost && name == Attribute.ALLOWED_FROM && !text.isBlank()) {
            SecurityDescriptor.check(
                    text.strip(), "of line " + json.currentLocation().getLineNr());
        }
        if (isLost) {
            entry.lose(name);
        } else if (name == Attribute.SPN || name == Attribute.ALLOWED_TO) {
            each(entry, name, text.strip().split("\\s+"));
        } else if (name == Attribute.PRINCIPALS || name == Attribute.MEMBER_OF || name == Attribute.MEMBER) {
            each(entry, name, NAMES.split(text.strip()));
        } else {
            entry.add(name, text);
        }
    }
}
