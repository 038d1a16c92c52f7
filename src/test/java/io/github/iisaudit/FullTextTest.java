package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that JSON knows of findings is in {@code scan --full} too. */
class FullTextTest {

    private record Note(String message, List<String> paths) {}

    private static String print(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, InputStream.nullInputStream(), out, new ByteArrayOutputStream());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Note> notes(String json) throws IOException {
        List<Note> notes = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean isInNotes = false;
            String message = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = parser.currentName();
                if (token == JsonToken.START_ARRAY && "notes".equals(name)) {
                    isInNotes = true;
                } else if (isInNotes && token == JsonToken.VALUE_STRING && "message".equals(name)) {
                    message = parser.getText();
                } else if (isInNotes && token == JsonToken.START_ARRAY && "paths".equals(name)) {
                    List<String> paths = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        paths.add(parser.getText());
                    }
                    notes.add(new Note(message, paths));
                } else if (token == JsonToken.END_ARRAY && "notes".equals(name)) {
                    isInNotes = false;
                }
            }
        }
        return notes;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void everyNoteIsToldWithAllItsPlaces() throws IOException {
        List<Note> notes = notes(print("scan", "examples/applicationHost", "--format", "json"));
        String text = oneLine(print("scan", "examples/applicationHost", "--full"));

        assertThat(notes).isNotEmpty();
        for (Note note : notes) {
            assertThat(text).contains(oneLine(note.message() + " (" + String.join(", ", note.paths()) + ")"));
        }
    }
}
