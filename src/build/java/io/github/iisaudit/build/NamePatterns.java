package io.github.iisaudit.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lets dom4j's {@code QName} ask {@code NameCheck} whether a name is one, instead of making three patterns when it is loaded, with
 * which it matches every name. Fails where dom4j does it in another way than it did.
 */
final class NamePatterns {

    private static final String NAMES = "org/dom4j/QName";
    private static final String CHECK = "io/github/iisaudit/xml/NameCheck";
    private static final String MATCHES = "(Ljava/lang/String;Ljava/lang/String;)Z";
    private static final String PATTERN = "java/util/regex/Pattern";

    /** The patterns by the fields that held them. */
    private final Map<String, LdcInsnNode> patterns = new HashMap<>();

    private int asked;

    private NamePatterns() {}

    /** Does nothing to other classes. */
    static void rewrite(ClassNode node) {
        if (node.name.equals(NAMES)) {
            new NamePatterns().rewrite(node.methods);
        }
    }

    private void rewrite(List<MethodNode> methods) {
        methods.forEach(method -> each(method, this::dropPattern));
        methods.forEach(method -> each(method, this::ask));
        if (patterns.size() != 3 || asked != 3) {
            throw new IllegalStateException(NAMES + " has other patterns than it had: " + patterns.keySet());
        }
    }

    private interface Change {
        void at(InsnList code, AbstractInsnNode instruction);
    }

    private static void each(MethodNode method, Change change) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            change.at(method.instructions, instruction);
        }
    }

    /** {@code FIELD = Pattern.compile("…")}. */
    private void dropPattern(InsnList code, AbstractInsnNode instruction) {
        if (isField(instruction, Opcodes.PUTSTATIC)
                && instruction.getPrevious() instanceof MethodInsnNode compile
                && compile.getPrevious() instanceof LdcInsnNode pattern) {
            patterns.put(((FieldInsnNode) instruction).name, pattern);
            code.remove(instruction);
            code.remove(compile);
            code.remove(pattern);
        }
    }

    /** {@code FIELD.matcher(name).matches()}. */
    private void ask(InsnList code, AbstractInsnNode instruction) {
        if (isField(instruction, Opcodes.GETSTATIC)) {
            AbstractInsnNode matcher = instruction.getNext().getNext();
            code.remove(matcher.getNext());
            code.set(matcher, new MethodInsnNode(Opcodes.INVOKESTATIC, CHECK, "matches", MATCHES, false));
            code.set(instruction, new LdcInsnNode(patterns.get(((FieldInsnNode) instruction).name).cst));
            asked++;
        }
    }

    private static boolean isField(AbstractInsnNode instruction, int opcode) {
        return instruction.getOpcode() == opcode && ((FieldInsnNode) instruction).desc.equals("L" + PATTERN + ";");
    }
}
