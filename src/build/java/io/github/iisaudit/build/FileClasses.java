package io.github.iisaudit.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts the files that the program asks for by a constant path into classes, as constants: a class-data archive holds them ready
 * for use.
 */
final class FileClasses {

    private static final String FILES = "io/github/iisaudit/source/ProgramFile";
    private static final String BYTES = "bytes";
    private static final String NO_ARGUMENT = "()Ljava/util/Optional;";

    /** No character takes more than two bytes in a class, where a constant has room for 65,535. */
    private static final int MOST = 32_000;

    private final ZipFile jar;
    private final List<ClassNode> made = new ArrayList<>();

    FileClasses(ZipFile jar) {
        this.jar = jar;
    }

    /** The classes that were made so far. */
    List<ClassNode> made() {
        return made;
    }

    void rewrite(ClassNode node) throws IOException {
        for (MethodNode method : node.methods) {
            ListIterator<AbstractInsnNode> code = method.instructions.iterator();
            while (code.hasNext()) {
                if (code.next() instanceof MethodInsnNode call && isForFile(call)) {
                    replace(method, call);
                }
            }
        }
    }

    private static boolean isForFile(MethodInsnNode call) {
        return call.owner.equals(FILES) && call.name.equals(BYTES);
    }

    private void replace(MethodNode method, MethodInsnNode call) throws IOException {
        if (before(call) instanceof LdcInsnNode constant && constant.cst instanceof String path) {
            ZipEntry entry = jar.getEntry(path.substring(1));
            if (entry != null) {
                ClassNode file = file(jar.getInputStream(entry).readAllBytes());
                made.add(file);
                method.instructions.remove(constant);
                method.instructions.set(
                        call, new MethodInsnNode(Opcodes.INVOKESTATIC, file.name, BYTES, NO_ARGUMENT, false));
            }
        }
    }

    /** The instruction before another one; labels and line numbers are none. */
    private static AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode before = instruction.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            before = before.getPrevious();
        }
        return before;
    }

    private ClassNode file(byte[] content) {
        ClassNode node = new ClassNode();
        node.version = Opcodes.V17;
        node.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
        node.name = FILES + "$$" + made.size();
        node.superName = "java/lang/Object";
        MethodNode code = new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, BYTES, NO_ARGUMENT, null, null);
        code.visitLdcInsn(content.length);
        code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE);
        code.visitVarInsn(Opcodes.ASTORE, 0);
        for (int start = 0; start < content.length; start += MOST) {
            copy(code, content, start);
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/util/Optional", "of", "(Ljava/lang/Object;)Ljava/util/Optional;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(5, 1);
        node.methods.add(code);
        return node;
    }

    /** A character for each byte, of which {@code String.getBytes} takes the lower half. */
    private static void copy(MethodNode code, byte[] content, int start) {
        int length = Math.min(MOST, content.length - start);
        code.visitLdcInsn(new String(content, start, length, StandardCharsets.ISO_8859_1));
        code.visitInsn(Opcodes.ICONST_0);
        code.visitLdcInsn(length);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitLdcInsn(start);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "getBytes", "(II[BI)V", false);
    }
}
