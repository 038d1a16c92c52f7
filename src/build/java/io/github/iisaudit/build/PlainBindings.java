package io.github.iisaudit.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Makes what binds a plain line to a command from the command's annotations for picocli, so that an option is written once:
 * {@code ScanCommandOptions} for {@code ScanCommand}. What takes several values, and what comes with the help, is left to picocli.
 */
@SupportedAnnotationTypes(PlainBindings.MARK)
public final class PlainBindings extends AbstractProcessor {

    static final String MARK = "io.github.iisaudit.cli.Plain";
    private static final String OPTION = "picocli.CommandLine.Option";
    private static final String MIXIN = "picocli.CommandLine.Mixin";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement mark : annotations) {
            ElementFilter.typesIn(round.getElementsAnnotatedWith(mark)).forEach(this::write);
        }
        return true;
    }

    private void write(TypeElement command) {
        String name = command.getSimpleName() + "Options";
        List<String> cases = new ArrayList<>();
        cases(command, "to.", cases);
        String text =
                """
                package io.github.iisaudit.cli;

                /** The options of a plain line, made from the annotations of %1$s. */
                @javax.annotation.processing.Generated("%2$s")
                record %3$s(%1$s to) implements PlainLine.Options {

                    @Override
                    public boolean take(String option, PlainLine line) {
                        switch (option) {
                %4$s            default -> {
                                return false;
                            }
                        }
                        return true;
                    }
                }
                """.formatted(command.getSimpleName(), PlainBindings.class.getName(), name, String.join("", cases));
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile("io.github.iisaudit.cli." + name, command)
                .openWriter()) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cases(Element owner, String path, List<String> cases) {
        for (Element field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
            AnnotationMirror option = annotation(field, OPTION);
            if (option != null && value(option, "arity").isEmpty()) {
                cases.add("            case " + names(option) + " -> " + binding(field, option, path + field) + "\n");
            }
            if (annotation(field, MIXIN) != null && !hasHelp(element(field.asType()))) {
                cases(element(field.asType()), path + field + ".", cases);
            }
        }
    }

    private static boolean hasHelp(Element mixin) {
        for (Element field : ElementFilter.fieldsIn(mixin.getEnclosedElements())) {
            AnnotationMirror option = annotation(field, OPTION);
            if (option != null && !value(option, "usageHelp").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String names(AnnotationMirror option) {
        return String.join(
                ", ", value(option, "names").stream().map(String::valueOf).toList());
    }

    private static String binding(Element field, AnnotationMirror option, String target) {
        switch (field.asType().getKind()) {
            case BOOLEAN:
                return target + " = line.flag();";
            case INT:
                return target + " = line.number();";
            default:
                break;
        }
        DeclaredType type = (DeclaredType) field.asType();
        return switch (type.asElement().toString()) {
            case "java.util.Map" -> "{ String[] pair = line.pair(); " + target + ".put(pair[0], pair[1]); }";
            case "java.util.List" ->
                target + ".add(" + converted(option, type.getTypeArguments().get(0), "line.each()") + ");";
            default -> target + " = " + converted(option, type, "line.value()") + ";";
        };
    }

    private static String converted(AnnotationMirror option, TypeMirror type, String text) {
        for (AnnotationValue converter : value(option, "converter")) {
            return "new " + element((TypeMirror) converter.getValue()) + "().convert(" + text + ")";
        }
        return switch (element(type).toString()) {
            case "java.lang.String" -> text;
            case "java.nio.file.Path" -> "java.nio.file.Path.of(" + text + ")";
            default -> throw new IllegalArgumentException("an option of the type " + type + " needs a converter");
        };
    }

    private static Element element(TypeMirror type) {
        return ((DeclaredType) type).asElement();
    }

    private static AnnotationMirror annotation(Element of, String name) {
        for (AnnotationMirror mirror : of.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().toString().equals(name)) {
                return mirror;
            }
        }
        return null;
    }

    /** What stands in an attribute of an annotation, one or a list; nothing where it is not written. */
    @SuppressWarnings("unchecked")
    private static List<? extends AnnotationValue> value(AnnotationMirror annotation, String name) {
        for (var entry : annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                AnnotationValue value = entry.getValue();
                return value.getValue() instanceof List
                        ? (List<? extends AnnotationValue>) value.getValue()
                        : List.of(value);
            }
        }
        return List.of();
    }
}
