package io.github.iisaudit.config;

import io.github.iisaudit.config.AttributeSchema.Type;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The built-in schema as the build packs it: what the schema files say, without the XML, whose reading would take longer than a
 * small audit. Sections follow each other in schema order; each value has a fixed place, and lists begin with their length.
 */
final class PackedSchema {

    private static final Type[] TYPES = Type.values();

    private final DataInput in;

    private PackedSchema(DataInput in) {
        this.in = in;
    }

    /** Packs the schema files. @param args the file to write */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new FileOutputStream(args[0])) {
            write(Schema.readFiles(), out);
        }
    }

    static void write(Map<String, ElementSchema> sections, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeShort(sections.size());
        for (Map.Entry<String, ElementSchema> section : sections.entrySet()) {
            out.writeUTF(section.getKey());
            write(section.getValue(), out);
        }
        out.flush();
    }

    private static void write(ElementSchema element, DataOutputStream out) throws IOException {
        out.writeUTF(element.name());
        out.writeShort(element.attributes().size());
        for (AttributeSchema attribute : element.attributes().values()) {
            out.writeUTF(attribute.name());
            out.writeByte(attribute.type().ordinal());
            out.writeUTF(attribute.defaultValue());
            write(attribute.names(), out);
        }
        out.writeShort(element.elements().size());
        for (ElementSchema child : element.elements().values()) {
            write(child, out);
        }
        write(element.collection(), out);
        out.writeBoolean(element.isOpen());
        out.writeBoolean(element.isOpaque());
    }

    private static void write(ElementSchema.@Nullable Collection collection, DataOutputStream out) throws IOException {
        out.writeBoolean(collection != null);
        if (collection == null) {
            return;
        }
        write(collection.adds(), out);
        out.writeUTF(collection.remove());
        out.writeUTF(collection.clear());
        out.writeUTF(collection.defaultElement());
        out.writeShort(collection.keys().size());
        for (List<String> key : collection.keys()) {
            write(key, out);
        }
        out.writeBoolean(collection.prepends());
        out.writeBoolean(collection.allowsDuplicates());
        write(collection.entry(), out);
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** The sections by path, in schema order. */
    static Map<String, ElementSchema> read(byte[] packed) throws IOException {
        PackedSchema schema = new PackedSchema(new DataInputStream(new ByteArrayInputStream(packed)));
        Map<String, ElementSchema> sections = new LinkedHashMap<>();
        for (int left = schema.in.readShort(); left > 0; left--) {
            String path = schema.in.readUTF();
            sections.put(path, schema.element());
        }
        return sections;
    }

    private ElementSchema element() throws IOException {
        String name = in.readUTF();
        Map<String, AttributeSchema> attributes = new LinkedHashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            AttributeSchema attribute = attribute();
            attributes.put(attribute.name(), attribute);
        }
        Map<String, ElementSchema> elements = new LinkedHashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            ElementSchema child = element();
            elements.put(child.name(), child);
        }
        return new ElementSchema(name, attributes, elements, collection(), in.readBoolean(), in.readBoolean());
    }

    private AttributeSchema attribute() throws IOException {
        return new AttributeSchema(in.readUTF(), TYPES[in.readByte()], in.readUTF(), texts());
    }

    private ElementSchema.@Nullable Collection collection() throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        List<String> adds = texts();
        String remove = in.readUTF();
        String clear = in.readUTF();
        String defaultElement = in.readUTF();
        List<List<String>> keys = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            keys.add(texts());
        }
        return new ElementSchema.Collection(
                adds, remove, clear, defaultElement, keys, in.readBoolean(), in.readBoolean(), element());
    }

    private List<String> texts() throws IOException {
        String[] texts = new String[in.readShort()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return List.of(texts);
    }
}
