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
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives each lambda expression and method reference of compiled classes a class of its own, as an anonymous class has one. Java
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
        int before = made.size();
        for (MethodNode method : node.methods) {
            ListIterator<AbstractInsnNode> code = method.instructions.iterator();
            while (code.hasNext()) {
                if (code.next() instanceof InvokeDynamicInsnNode lambda && isPlain(lambda)) {
                    String name = node.name + "$$" + (made.size() - before);
                    made.add(new LambdaClass(name, nest(node), lambda).node());
                    code.set(new MethodInsnNode(Opcodes.INVOKESTATIC, name, LambdaClass.MAKE, lambda.desc, false));
                }
            }
        }
    }

    private static boolean isPlain(InvokeDynamicInsnNode lambda) {
        return lambda.bsm.getOwner().equals(METAFACTORY) && lambda.bsm.getName().equals("metafactory");
    }

    /** One class that stands for one expression. */
    private static final class LambdaClass {

        static final String MAKE = "make";
        private static final String ONE = "ONE";

        private final ClassNode node = new ClassNode();
        private final InvokeDynamicInsnNode lambda;
        private final Type[] captured;

        LambdaClass(String name, ClassNode nest, InvokeDynamicInsnNode lambda) {
            this.lambda = lambda;
            this.captured = Type.getArgumentTypes(lambda.desc);
            node.version = nest.version;
            node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
            node.name = name;
            node.superName = "java/lang/Object";
            node.interfaces = List.of(Type.getReturnType(lambda.desc).getInternalName());
            node.nestHostClass = nest.name;
            if (nest.nestMembers == null) {
                nest.nestMembers = new ArrayList<>();
            }
            nest.nestMembers.add(name);
        }

        ClassNode node() {
            for (int i = 0; i < captured.length; i++) {
                int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
                node.visitField(access, "c" + i, captured[i].getDescriptor(), null, null);
            }
            constructor();
            factory();
            method();
            return node;
        }

        private void constructor() {
            String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE, "<init>", descriptor, null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int local = 1;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
                code.visitFieldInsn(Opcodes.PUTFIELD, node.name, "c" + i, captured[i].getDescriptor());
                local += captured[i].getSize();
            }
            code.visitInsn(Opcodes.RETURN);
            end(code, local, 3);
        }

        /** One object for all where nothing is captured. */
        private void factory() {
            String type = "L" + node.name + ";";
            MethodNode make = new MethodNode(Opcodes.ACC_STATIC, MAKE, lambda.desc, null, null);
            int locals = 0;
            if (captured.length == 0) {
                int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
                node.visitField(access, ONE, type, null, null);
                MethodNode first = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
                create(first);
                first.visitFieldInsn(Opcodes.PUTSTATIC, node.name, ONE, type);
                first.visitInsn(Opcodes.RETURN);
                end(first, 0, 2);
                make.visitFieldInsn(Opcodes.GETSTATIC, node.name, ONE, type);
            } else {
                locals = create(make);
            }
            make.visitInsn(Opcodes.ARETURN);
            end(make, locals, locals + 2);
        }

        private int create(MethodNode code) {
            code.visitTypeInsn(Opcodes.NEW, node.name);
            code.visitInsn(Opcodes.DUP);
            int local = 0;
            for (Type type : captured) {
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
                local += type.getSize();
            }
            String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", descriptor, false);
            return local;
        }

        private void method() {
            Type erased = (Type) lambda.bsmArgs[0];
            Type exact = (Type) lambda.bsmArgs[2];
            Handle target = (Handle) lambda.bsmArgs[1];
            MethodNode code = new MethodNode(Opcodes.ACC_PUBLIC, lambda.name, erased.getDescriptor(), null, null);
            boolean isNew = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            if (isNew) {
                code.visitTypeInsn(Opcodes.NEW, target.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            List<Type> wanted = wanted(target);
            int argument = 0;
            int stack = 2;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, node.name, "c" + i, captured[i].getDescriptor());
                stack += wanted.get(argument++).getSize() + 1;
            }
            int local = 1;
            for (int i = 0; i < exact.getArgumentTypes().length; i++) {
                Type given = erased.getArgumentTypes()[i];
                code.visitVarInsn(given.getOpcode(Opcodes.ILOAD), local);
                local += given.getSize();
                Type type = exact.getArgumentTypes()[i];
                Conversion.cast(code, given, type);
                Conversion.convert(code, type, wanted.get(argument));
                stack += wanted.get(argument++).getSize() + 1;
            }
            invoke(code, target);
            Type result = isNew ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
            Type returned = erased.getReturnType();
            Conversion.result(code, result, returned);
            code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
            end(code, local, stack + 2);
        }

        /** What the target takes, its receiver first. */
        private static List<Type> wanted(Handle target) {
            List<Type> wanted = new ArrayList<>();
            if (target.getTag() != Opcodes.H_INVOKESTATIC && target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
                wanted.add(Type.getObjectType(target.getOwner()));
            }
            wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
            return wanted;
        }

        private static void invoke(MethodNode code, Handle target) {
            int opcode = switch (target.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                default -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            };
            code.visitMethodInsn(opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        }

        private void end(MethodNode code, int locals, int stack) {
            code.visitMaxs(stack, locals);
            node.methods.add(code);
        }
    }
}
