package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ClientSetting;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Group Policy Preferences set in the registry. An item holds for some only where it, or a collection around it, is targeted
 * or switched off.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-gppref/">MS-GPPREF: Registry</a>
 */
final class PreferencesReader {

    /** An item or a collection that is open. */
    private static final class Level {
        boolean isConditional;

        @Nullable
        ClientSetting setting;

        String key = "";
        boolean isDeletion;
        boolean isItem;

        /** Those in it, of a collection. */
        final List<Level> items = new ArrayList<>();
    }

    private final String file;
    private final Switch found;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final XMLStreamReader xml;

    private PreferencesReader(String file, XMLStreamReader xml) {
        this.file = file;
        this.found = new Switch(file);
        this.xml = xml;
    }

    static List<ClientSetting> read(String file, byte[] document) throws IOException, UnreadableEvidenceException {
        return SafeXml.read(document, xml -> new PreferencesReader(file, xml).settings());
    }

    private List<ClientSetting> settings() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT && isLevel(xml.getLocalName())) {
                end();
            }
        }
        return found.settings();
    }

    private static boolean isLevel(String name) {
        return name.equals("Registry") || name.equals("Collection") || name.equals("RegistrySettings");
    }

    private void begin(String name) {
        if (isLevel(name)) {
            Level level = new Level();
            level.isConditional = isOff();
            level.isItem = name.equals("Registry");
            levels.push(level);
        } else if (name.equals("Properties") && !levels.isEmpty()) {
            properties(levels.element());
        } else if (name.startsWith("Filter") && !name.equals("Filters") && !levels.isEmpty()) {
            levels.element().isConditional = true;
        }
    }

    private boolean isOff() {
        String disabled = SafeXml.attribute(xml, "disabled");
        return disabled.equals("1") || disabled.equalsIgnoreCase("true");
    }

    private void properties(Level level) {
        String name = SafeXml.attribute(xml, "name");
        String type = SafeXml.attribute(xml, "type").toUpperCase(Locale.ROOT);
        if (!Switch.isNamed(name)) {
            return;
        }
        level.key = SafeXml.attribute(xml, "hive") + "\\" + SafeXml.attribute(xml, "key");
        level.isDeletion = SafeXml.attribute(xml, "action").equalsIgnoreCase("D");
        Long value = number(SafeXml.attribute(xml, "value"));
        if (value != null && (type.isEmpty() || type.equals("REG_DWORD"))) {
            long line = xml.getLocation().getLineNumber();
            level.setting = new ClientSetting(file, line, value, Switch.scope(level.key), false);
        }
    }

    /** Numbers are hexadecimal, whatever a dialogue shows. */
    private static @Nullable Long number(String text) {
        try {
            return Long.parseLong(text.toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), 16);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Filters come after what they are about, so an item is known when all that is around it is. */
    private void end() {
        Level level = levels.pop();
        Level parent = levels.peek();
        if (parent != null && level.isItem) {
            parent.items.add(level);
        } else if (parent != null) {
            level.items.forEach(item -> item.isConditional |= level.isConditional);
            parent.items.addAll(level.items);
        } else {
            level.items.forEach(this::apply);
        }
    }

    private void apply(Level item) {
        ClientSetting setting = item.setting;
        if (item.isDeletion && !item.isConditional) {
            found.delete(item.key, "DisableNTLMPreAuth");
        } else if (setting != null && !item.isDeletion) {
            found.set(
                    item.key,
                    "DisableNTLMPreAuth",
                    new ClientSetting(file, setting.line(), setting.value(), setting.scope(), item.isConditional));
        }
    }
}
