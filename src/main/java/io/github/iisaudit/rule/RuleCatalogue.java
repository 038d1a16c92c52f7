package io.github.iisaudit.rule;

import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.ProgramFile;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by id: those of the program, and those of users. Immutable. */
public final class RuleCatalogue {

    private static final String FOLDER = "rules/";

    /** What {@link CatalogueWriter} has made of them. */
    private static final String COMPILED = "/rules/catalogue.bin";

    /** Lies beside the program's rules, so that it leads to them. */
    private static final String LANDMARK = "/rules/rule.xsd";

    private static final int BUILT_IN_EXAMPLES = 2;
    private static final int USER_EXAMPLES = 1;

    private final Map<String, Rule> rules;

    private RuleCatalogue(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /**
     * The program's rules and those of users.
     *
     * @param folders users' folders; every {@code *.xml} in them is a rule, those in folders below are not read
     * @param isSection whether there is a section of this path
     * @throws RuleException if there is no such folder, a rule cannot be used, or has the id of another
     */
    public static RuleCatalogue of(List<Path> folders, Predicate<String> isSection) throws RuleException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Rule rule : builtIn(isSection)) {
            rules.put(rule.id(), rule);
        }
        for (Path folder : folders) {
            addFolder(rules, folder, isSection);
        }
        return new RuleCatalogue(folders.isEmpty() ? rules : new TreeMap<>(rules));
    }

    /** The rules of a user's folders, without the program's own. */
    public static RuleCatalogue ofFolders(List<Path> folders, Predicate<String> isSection) throws RuleException {
        Map<String, Rule> rules = new TreeMap<>();
        for (Path folder : folders) {
            addFolder(rules, folder, isSection);
        }
        return new RuleCatalogue(rules);
    }

    /** In order of their ids. As the build has compiled them; from their files where it has not, as when an editor runs the program. */
    private static List<Rule> builtIn(Predicate<String> isSection) throws RuleException {
        byte[] compiled = ProgramFile.bytes(COMPILED).orElse(new byte[0]);
        return compiled.length == 0 ? readFiles(isSection) : CatalogueReader.read(compiled, new Manuals(isSection));
    }

    /** The program's rules as their files say, in order of their ids. */
    static List<Rule> readFiles(Predicate<String> isSection) throws RuleException {
        Map<String, Rule> rules = new TreeMap<>();
        RuleReader reader = new RuleReader(isSection, BUILT_IN_EXAMPLES);
        for (String name : builtInNames()) {
            add(rules, reader.read(FOLDER + name, builtIn(FOLDER + name)));
        }
        return List.copyOf(rules.values());
    }

    /** The file of one of the program's rules. */
    static String file(String id) {
        return FOLDER + id + ".xml";
    }

    /** Reads what people read about a rule from its file, when it is asked for. */
    private record Manuals(Predicate<String> isSection) implements Function<String, Supplier<Rule.Manual>> {

        @Override
        public Supplier<Rule.Manual> apply(String file) {
            return new ManualFile(file, isSection);
        }
    }

    /** What people read about one rule, which is read once: {@code fix} asks for each finding. */
    private static final class ManualFile implements Supplier<Rule.Manual> {

        private final String file;
        private final Predicate<String> isSection;
        private volatile Rule.@Nullable Manual known;

        ManualFile(String file, Predicate<String> isSection) {
            this.file = file;
            this.isSection = isSection;
        }

        @Override
        public Rule.Manual get() {
            Rule.Manual manual = known;
            if (manual == null) {
                manual = read();
                known = manual;
            }
            return manual;
        }

        private Rule.Manual read() {
            try {
                return new RuleReader(isSection, BUILT_IN_EXAMPLES)
                        .read(file, builtIn(file))
                        .manual()
                        .get();
            } catch (RuleException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    /** All rules in order of their ids. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** Their ids, in the same order. */
    public List<String> ids() {
        return List.copyOf(rules.keySet());
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The id that somebody who wrote an unknown one may have meant. */
    public Optional<String> nearest(String id) {
        return Spelling.nearest(id, rules.keySet());
    }

    private static void add(Map<String, Rule> rules, Rule rule) throws RuleException {
        Rule other = rules.putIfAbsent(rule.id(), rule);
        if (other != null) {
            throw new RuleException(rule.file() + ": there is a rule '" + rule.id() + "' already, in " + other.file());
        }
    }

    private static void addFolder(Map<String, Rule> rules, Path folder, Predicate<String> isSection)
            throws RuleException {
        RuleReader reader = new RuleReader(isSection, USER_EXAMPLES);
        String shown = folder.toString().replace('\\', '/');
        if (!Files.isDirectory(folder)) {
            throw new RuleException(shown + ": no such folder of rules");
        }
        for (Path file : list(folder, shown)) {
            String name = shown + "/" + file.getFileName();
            try {
                add(rules, reader.read(name, NamedFile.bytes(file)));
            } catch (IOException e) {
                throw new RuleException(name + ": " + NamedFile.reason(e));
            }
        }
    }

    private static List<Path> list(Path folder, String shown) throws RuleException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isRule(file.getFileName().toString()) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RuleException(shown + ": " + NamedFile.reason(e));
        }
    }

    private static boolean isRule(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    private static byte[] builtIn(String file) {
        return ProgramFile.bytes("/" + file).orElseThrow();
    }

    /** A class path cannot be listed; the folder or the jar that the landmark lies in can. */
    private static List<String> builtInNames() {
        URL landmark = RuleCatalogue.class.getResource(LANDMARK);
        if (landmark == null) {
            throw new IllegalStateException("no resource " + LANDMARK);
        }
        try {
            URLConnection connection = landmark.openConnection();
            return connection instanceof JarURLConnection jar ? namesInJar(jar) : namesBeside(landmark.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + landmark, e);
        }
    }

    private static List<String> namesInJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        List<String> names = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(RuleCatalogue::isBuiltIn)
                    .forEach(name -> {
                        names.add(name.substring(FOLDER.length()));
                    });
        }
        return names;
    }

    private static boolean isBuiltIn(String entry) {
        return entry.startsWith(FOLDER) && isRule(entry) && entry.indexOf('/', FOLDER.length()) < 0;
    }

    private static List<String> namesBeside(URI landmark) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(landmark).resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(RuleCatalogue::isRule)
                    .toList();
        }
    }
}
