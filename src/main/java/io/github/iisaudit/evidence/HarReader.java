package io.github.iisaudit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HTTP archives, entry by entry; what is not wanted is skipped unread.
 *
 * @see <a href="http://www.softwareishard.com/blog/har-12-spec/">HAR 1.2</a>
 */
final class HarReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser json;
    private final List<Session> sessions = new ArrayList<>();

    /** What reads the value of a field. */
    private interface Field {
        void read(String name) throws IOException;
    }

    /** What is known of an entry while it is read. */
    private static final class Draft {
        String begun = "";
        String connection = "";
        String url = "";
        int status;
        HttpHead request = new HttpHead();
        HttpHead answer = new HttpHead();
    }

    private HarReader(JsonParser json) {
        this.json = json;
    }

    static List<Session> read(InputStream in) throws IOException, UnreadableEvidenceException {
        try (JsonParser json = FACTORY.createParser(in)) {
            HarReader reader = new HarReader(json);
            json.nextToken();
            reader.object(name -> reader.whole(name));
            return reader.sessions;
        } catch (JsonProcessingException e) {
            // Its own message quotes the text.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableEvidenceException("it is cut short or no JSON, seen in line " + line);
        }
    }

    private void whole(String name) throws IOException {
        if (name.equals("log")) {
            object(field -> {
                if (field.equals("entries")) {
                    each(this::entry);
                } else {
                    json.skipChildren();
                }
            });
        } else {
            json.skipChildren();
        }
    }

    /** Reads an object; what is none is skipped. The parser stands at its beginning, and in the end at its end. */
    private void object(Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    /** What reads an element. */
    private interface Element {
        void read() throws IOException;
    }

    private void each(Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            element.read();
        }
    }

    private void entry() throws IOException {
        Draft draft = new Draft();
        object(name -> {
            switch (name) {
                case "startedDateTime" -> draft.begun = text();
                case "connection" -> draft.connection = text();
                case "request" -> object(field -> request(field, draft));
                case "response" -> object(field -> response(field, draft));
                default -> json.skipChildren();
            }
        });
        sessions.add(new Session(
                "entries/" + sessions.size(),
                SazReader.time(draft.begun, LogTime.NONE),
                draft.connection,
                RequestUrl.of(draft.url, draft.request.host()),
                draft.request.token(),
                draft.status,
                draft.answer.offer()));
    }

    private void request(String field, Draft draft) throws IOException {
        switch (field) {
            case "url" -> draft.url = text();
            case "headers" -> each(() -> header(draft.request));
            default -> json.skipChildren();
        }
    }

    private void response(String field, Draft draft) throws IOException {
        switch (field) {
            case "status" -> draft.status = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : 0;
            case "headers" -> each(() -> header(draft.answer));
            default -> json.skipChildren();
        }
    }

    private void header(HttpHead head) throws IOException {
        String[] pair = {"", ""};
        object(field -> {
            switch (field) {
                case "name" -> pair[0] = text();
                case "value" -> pair[1] = text();
                default -> json.skipChildren();
            }
        });
        head.add(pair[0], pair[1]);
    }

    private String text() throws IOException {
        if (json.currentToken().isScalarValue()) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }
}
