package io.github.iisaudit.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** The program's jar as a module that an image can be linked of. */
final class ModularJar {

    static final String NAME = "io.github.iisaudit";

    private static final String CLASS = ".class";
    private static final String DESCRIPTOR = "module-info.class";
    private static final String SERVICES = "META-INF/services/";
    private static final String MAIN_PACKAGE = "io/github/iisaudit/cli";

    private ModularJar() {}

    /** Writes a copy of a jar with a module descriptor. @param required the modules of Java that it needs */
    static void write(Path jar, Path copy, List<String> required) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content(from, entry));
            }
            to.putNextEntry(new ZipEntry(DESCRIPTOR));
            to.write(descriptor(from, required));
        }
    }

    private static byte[] content(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /**
     * The program is started by the name of its class, not of its module, as only then Java takes the modules of the image from the
     * archive; and such a start sees modules only that export something.
     *
     * @see <a href="https://openjdk.org/jeps/261">JEP 261, Root modules</a>
     */
    private static byte[] descriptor(ZipFile jar, List<String> required) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule(NAME, 0, null);
        required.forEach(name -> module.visitRequire(name, name.equals("java.base") ? Opcodes.ACC_MANDATED : 0, null));
        module.visitExport(MAIN_PACKAGE, 0);
        for (ZipEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(SERVICES) && !entry.isDirectory()) {
                String service = internal(entry.getName().substring(SERVICES.length()));
                module.visitUse(service);
                module.visitProvide(service, providers(content(jar, entry)));
            }
        }
        module.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** The names of the classes in a jar, as Java writes them in lists. */
    static Set<String> classes(Path jar) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipFile content = new ZipFile(jar.toFile())) {
            content.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(CLASS))
                    .forEach(name -> names.add(name.substring(0, name.length() - CLASS.length())));
        }
        return names;
    }

    private static String[] providers(byte[] list) {
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(ModularJar::internal)
                .toArray(String[]::new);
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }
}
