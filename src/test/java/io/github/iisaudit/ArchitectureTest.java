package io.github.iisaudit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The boundaries between the stages. Each rule is also shown to fail on the classes of the package {@code breach}. */
class ArchitectureTest {

    private static final String ROOT = "io.github.iisaudit";
    private static final String BREACH = ROOT + ".breach";

    @TestFactory
    Stream<DynamicTest> theProgramKeepsEveryBoundary() {
        JavaClasses program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        assertThat(program).isNotEmpty();
        return rules(ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(program)));
    }

    @TestFactory
    Stream<DynamicTest> everyBoundaryFailsOnAPlantedBreach() {
        JavaClasses breaches = new ClassFileImporter().importPackages(BREACH);
        return rules(BREACH).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(breaches))
                                .isInstanceOf(AssertionError.class)));
    }

    private static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("stages depend in one direction only", stages(root));
        rules.put(
                "packages have no cycle",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("picocli is used by the command line only", only("picocli..", root, "cli"));
        rules.put("YAML is read by the settings only", only("org.snakeyaml..", root, "settings"));
        rules.put("a directory is asked by its own stage only", only("com.unboundid..", root, "directory"));
        rules.put(
                "dom4j and jaxen stay where trees are",
                noClasses()
                        .that(not(resideInAnyPackage(
                                root + ".xml..",
                                root + ".transform..",
                                root + ".config..",
                                root + ".kerberos..",
                                root + ".xpath..",
                                root + ".rule..",
                                root + ".change..",
                                root + ".history..",
                                root + ".fix..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.dom4j..", "org.jaxen.."));
        rules.put(
                "jaxen is used by the expressions of rules and of transforms only",
                noClasses()
                        .that(not(resideInAnyPackage(root + ".xpath..", root + ".transform..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.jaxen.."));
        rules.put("files are touched where they are found, by the catalogue and where the program starts", files(root));
        rules.put("streams and exit belong to where the program starts", streams(root));
        return rules;
    }

    private static ArchRule stages(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true)
                .layer("source")
                .definedBy(root + ".source..")
                .layer("xml")
                .definedBy(root + ".xml..")
                .layer("transform")
                .definedBy(root + ".transform..")
                .layer("config")
                .definedBy(root + ".config..")
                .layer("directory")
                .definedBy(root + ".directory..")
                .layer("kerberos")
                .definedBy(root + ".kerberos..")
                .layer("xpath")
                .definedBy(root + ".xpath..")
                .layer("rule")
                .definedBy(root + ".rule..")
                .layer("baseline")
                .definedBy(root + ".baseline..")
                .layer("change")
                .definedBy(root + ".change..")
                .layer("history")
                .definedBy(root + ".history..")
                .layer("whatif")
                .definedBy(root + ".whatif..")
                .layer("fix")
                .definedBy(root + ".fix..")
                .layer("evidence")
                .definedBy(root + ".evidence..")
                .layer("fleet")
                .definedBy(root + ".fleet..")
                .layer("settings")
                .definedBy(root + ".settings..")
                .layer("report")
                .definedBy(root + ".report..")
                .layer("audit")
                .definedBy(root)
                .layer("cli")
                .definedBy(root + ".cli..")
                .layer("spark")
                .definedBy(root + ".spark..")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers(
                        "transform",
                        "config",
                        "kerberos",
                        "rule",
                        "change",
                        "whatif",
                        "fix",
                        "evidence",
                        "audit",
                        "cli",
                        "spark")
                .whereLayer("xml")
                .mayOnlyBeAccessedByLayers(
                        "transform",
                        "config",
                        "kerberos",
                        "xpath",
                        "rule",
                        "change",
                        "history",
                        "whatif",
                        "fix",
                        "settings",
                        "report",
                        "cli")
                .whereLayer("transform")
                .mayOnlyBeAccessedByLayers("config", "report", "cli")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers(
                        "kerberos",
                        "xpath",
                        "rule",
                        "change",
                        "history",
                        "whatif",
                        "fix",
                        "evidence",
                        "fleet",
                        "report",
                        "audit",
                        "cli",
                        "spark")
                .whereLayer("directory")
                .mayOnlyBeAccessedByLayers("kerberos", "rule", "whatif", "report", "cli")
                .whereLayer("kerberos")
                .mayOnlyBeAccessedByLayers("xpath", "rule", "whatif", "fix", "fleet", "report", "cli")
                .whereLayer("xpath")
                .mayOnlyBeAccessedByLayers("rule")
                .whereLayer("rule")
                .mayOnlyBeAccessedByLayers(
                        "baseline",
                        "change",
                        "history",
                        "whatif",
                        "fix",
                        "evidence",
                        "settings",
                        "report",
                        "audit",
                        "cli",
                        "spark")
                .whereLayer("change")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("report", "audit", "cli")
                .whereLayer("baseline")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("whatif")
                .mayOnlyBeAccessedByLayers("fix", "report", "audit", "cli")
                .whereLayer("fix")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("fleet")
                .mayOnlyBeAccessedByLayers("report", "audit", "cli", "spark")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("audit", "cli", "spark")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("spark")
                .mayNotBeAccessedByAnyLayer();
    }

    private static ArchRule only(String library, String root, String stage) {
        return noClasses()
                .that(not(resideInAPackage(root + "." + stage + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchRule files(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".source..", root + ".cli..", root + ".spark..")
                        .or(simpleName("RuleCatalogue"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..");
    }

    private static ArchRule streams(String root) {
        return noClasses()
                .that(not(resideInAnyPackage(root + ".cli..", root + ".spark..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class);
    }
}
