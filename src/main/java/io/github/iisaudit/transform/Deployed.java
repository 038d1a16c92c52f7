package io.github.iisaudit.transform;

import io.github.iisaudit.source.Changes;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file as a deployment leaves it.
 *
 * @param root its root element, whose nodes know which file wrote them
 * @param transforms the transforms that were applied, with what is to be said of them
 * @param broken why some of what should have changed it could not be read
 */
public record Deployed(LocatedElement root, List<Applied> transforms, List<UnreadableXmlException> broken) {

    /** What a byte of a file that is changed takes, in steps. */
    private static final long CHANGE = 2;

    /**
     * A transform that was applied.
     *
     * @param root its root element; of the elements in it, those that something is to be said of have it as an attribute, as
     *     {@link Verdict} names them
     */
    public record Applied(String path, LocatedElement root) {}

    /**
     * Reads a file. After an error of a transform a deployment writes nothing: the file is as it was before. What nothing changes is
     * the same for all who deploy it.
     *
     * @param reader reads what nothing changes
     * @param pay hears of the steps that it takes to change it, most of them before they are taken
     * @throws UnreadableXmlException where the file itself cannot be read, or is none any more
     */
    public static Deployed read(ConfigFile file, XmlReader reader, LongConsumer pay) throws UnreadableXmlException {
        Changes changes = file.changes();
        if (changes.areNone()) {
            return unchanged(reader.read(file.path(), file.bytes()));
        }
        LocatedElement plain = changes.areOfVariables() ? plain(file, reader) : null;
        if (plain != null && !isChanged(plain.span().source(), changes.variables())) {
            return unchanged(plain);
        }
        pay.accept(CHANGE * file.bytes().length);
        Draft draft = Draft.read(file.path(), file.bytes());
        List<UnreadableXmlException> broken = new ArrayList<>();
        List<Applied> applied = new ArrayList<>();
        for (ConfigFile transform : changes.transforms()) {
            try {
                applied.add(draft.applied(transform, changes.variables()));
            } catch (UnreadableXmlException e) {
                broken.add(e);
            }
        }
        boolean isWritten = draft.isWritable() && broken.isEmpty();
        Draft written = isWritten ? draft : Draft.read(file.path(), file.bytes());
        written.set(PackageParameters.of(changes.parameters()), broken);
        written.resolve(changes.variables());
        pay.accept(draft.looks() + (isWritten ? 0 : written.looks()));
        return new Deployed(written.root(), applied, broken);
    }

    private static Deployed unchanged(LocatedElement root) {
        return new Deployed(root, List.of(), List.of());
    }

    /** As it was written; null where it cannot be read so, though it may be when it is changed. */
    private static @Nullable LocatedElement plain(ConfigFile file, XmlReader reader) {
        try {
            return reader.read(file.path(), file.bytes());
        } catch (UnreadableXmlException e) {
            return null;
        }
    }

    private static boolean isChanged(SourceText source, Map<String, String> variables) {
        Set<String> names = source.fact(Placeholders.class, () -> Placeholders.inFile(source.text()));
        boolean isChanged = names.contains("");
        for (String name : names) {
            isChanged |= variables.containsKey(name);
        }
        return isChanged;
    }
}
