package io.github.iisaudit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives the lambda expressions and method references of compiled classes classes of their own, as anonymous classes are. Java
 * would make these classes at run time: each costs 0.1 ms of a start even from a class-data archive, and the first one 8 ms.
 * The new classes are nest mates of the one that they come from, so that nothing private is opened.
 *
 * <p>Serializable ones and those with bridges, which {@code altMetafactory} makes, stay as they are.
 */
public final class LambdaClasses {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final List<ClassNode> made = new ArrayList<>();

    private LambdaClasses() {}

    /** Rewrites the program's classes in a jar, and those that its trees are made of; other entries stay as they are. @param args the jar; the new jar */
    public static void main(String[] args) throws IOException {
        try (ZipFile jar = new ZipFile(args[0]);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            new LambdaClasses().rewrite(jar, out);
        }
    }

    private void rewrite(ZipFile jar, ZipOutputStream out) throws IOException {
        List<? extends ZipEntry> entries = jar.stream().toList();
        for (ZipEntry entry : entries) {
            if (isAlwaysNeeded(entry.getName())) {
                ClassNode node = new ClassNode();
                new ClassReader(jar.getInputStream(entry).readAllBytes()).accept(node, 0);
                classes.put(node.name + ".class", node);
            }
        }
        FileClasses files = new FileClasses(jar);
        for (ClassNode node : classes.values()) {
            rewrite(node);
            RecordMethods.rewrite(node);
            NamePatterns.rewrite(node);
            files.rewrite(node);
        }
        made.addAll(files.made());
        for (ZipEntry entry : entries) {
            ClassNode node = classes.get(entry.getName());
            byte[] content = node == null ? jar.getInputStream(entry).readAllBytes() : bytes(node);
            write(out, entry.getName(), entry.getTimeLocal(), content);
        }
        for (ClassNode node : made) {
            write(out, node.name + ".class", entries.get(0).getTimeLocal(), bytes(node));
        }
    }

    private static boolean isAlwaysNeeded(String entry) {
        return entry.endsWith(".class") && (entry.startsWith("io/github/iisaudit/") || entry.startsWith("org/dom4j/"));
    }

    private static void write(ZipOutputStream out, String name, LocalDateTime time, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private ClassNode nest(ClassNode node) {
        return node.nestHostClass == null ? node : classes.get(node.nestHostClass + ".class");
    }

    private void rewrite(ClassNode node) {
        Map<String, LambdaClass> own = new LinkedHashMap<>();
        for (MethodNode method : node.methods) {
            int stack = method.maxStack;
            ListIterator<AbstractInsnNode> code = method.instructions.iterator();
            while (code.hasNext()) {
                if (code.next() instanceof InvokeDynamicInsnNode lambda && isPlain(lambda)) {
                    String alike = LambdaClass.alike(lambda);
                    LambdaClass one = own.get(alike);
                    if (one == null) {
                        one = new LambdaClass(node.name + "$$" + own.size(), nest(node));
                        own.put(alike, one);
                    }
                    code.remove();
                    one.add(lambda).forEach(code::add);
                    method.maxStack = stack + 1;
                }
            }
        }
        own.values().forEach(one -> made.add(one.node()));
    }

    private static boolean isPlain(InvokeDynamicInsnNode lambda) {
        return lambda.bsm.getOwner().equals(METAFACTORY) && lambda.bsm.getName().equals("metafactory");
    }
}
