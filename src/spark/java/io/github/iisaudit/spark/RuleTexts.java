package io.github.iisaudit.spark;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Users' rule files as texts, since rules themselves do not travel. The program's own rules are wherever the program is.
 *
 * @param folders what each folder holds, by file names
 */
record RuleTexts(List<Map<String, byte[]>> folders) implements Serializable {

    private static final String ENDING = ".xml";

    /** Reads folders, whose rules are sound. */
    static RuleTexts of(List<String> folders) throws JobException {
        List<Map<String, byte[]>> texts = new ArrayList<>();
        try {
            RuleCatalogue.of(folders.stream().map(Path::of).toList(), RuleTexts::isSection);
            for (String folder : folders) {
                texts.add(texts(Path.of(folder)));
            }
        } catch (RuleException | IOException e) {
            throw JobException.ofUsage(String.valueOf(e.getMessage()));
        }
        return new RuleTexts(texts);
    }

    private static boolean isSection(String path) {
        return Schema.builtIn().paths().contains(path);
    }

    private static Map<String, byte[]> texts(Path folder) throws IOException {
        Map<String, byte[]> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ENDING)).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return texts;
    }

    /** All rules, in order of their ids. */
    List<Rule> rules() {
        List<Path> written = new ArrayList<>();
        try {
            for (Map<String, byte[]> folder : folders) {
                Path there = Files.createTempDirectory("iisaudit-rules");
                written.add(there);
                for (Map.Entry<String, byte[]> file : folder.entrySet()) {
                    Files.write(there.resolve(file.getKey()), file.getValue());
                }
            }
            return RuleCatalogue.of(written, RuleTexts::isSection).rules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuleException e) {
            throw new IllegalStateException("rules that were sound where the job was submitted are not so here", e);
        } finally {
            written.forEach(LocalCopy::delete);
        }
    }
}
