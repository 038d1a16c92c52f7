package io.github.iisaudit.bench;

import java.util.ArrayList;
import java.util.List;

/** All families of small files. */
final class SmallFamilies {

    /** What reads a family that has no commands of its own. */
    static final List<List<String>> COMMANDS = List.of(
            List.of("scan"),
            List.of("scan", "--format", "json"),
            List.of("scan", "--format", "sarif"),
            List.of("scan", "--format", "markdown"),
            List.of("scan", "--format", "html"),
            List.of("scan", "--full"),
            List.of("fix"),
            List.of("fix", "--format", "powershell"),
            List.of("history"),
            List.of("effective"),
            List.of("effective", "--format", "json"),
            List.of("what-if", "--set", "useKernelMode=false"),
            List.of("what-if", "--set", "useKernelMode=false", "--format", "json"));

    private SmallFamilies() {}

    /** Those whose names contain a text. */
    static List<SmallFamily> named(String part) {
        List<SmallFamily> families = new ArrayList<>(SmallInputs.all());
        families.addAll(SmallProducts.all());
        families.addAll(SmallEvidence.all());
        families.addAll(SmallDirectories.all());
        families.addAll(SmallArchives.all());
        families.addAll(SmallDeployments.all());
        families.addAll(SmallOptions.all());
        families.removeIf(family -> !family.name().contains(part));
        return families;
    }
}
