package io.github.iisaudit.build;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes out {@code equals} and {@code hashCode} of a record, which Java would put together at run time, with the same results. The
 * hash codes must be the same too, as the order in hash maps follows from them.
 */
final class RecordMethods {

    private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";
    private static final int PRIVATE_STATIC = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private final ClassNode record;

    private RecordMethods(ClassNode record) {
        this.record = record;
    }

    /** Does nothing to a class that is no record, or that has methods of its own. */
    static void rewrite(ClassNode record) {
        new RecordMethods(record).rewrite();
    }

    private void rewrite() {
        for (MethodNode method : List.copyOf(record.methods)) {
            ListIterator<AbstractInsnNode> code = method.instructions.iterator();
            while (code.hasNext()) {
                if (code.next() instanceof InvokeDynamicInsnNode call
                        && call.bsm.getOwner().equals(BOOTSTRAP)
                        && !call.name.equals("toString")) {
                    MethodNode written = call.name.equals("equals") ? equalsMethod(call) : hashCodeMethod(call);
                    record.methods.add(written);
                    code.set(new MethodInsnNode(Opcodes.INVOKESTATIC, record.name, written.name, written.desc, false));
                }
            }
        }
    }

    private static List<Handle> components(InvokeDynamicInsnNode call) {
        List<Handle> components = new ArrayList<>();
        for (int i = 2; i < call.bsmArgs.length; i++) {
            components.add((Handle) call.bsmArgs[i]);
        }
        return components;
    }

    private MethodNode hashCodeMethod(InvokeDynamicInsnNode call) {
        MethodNode code = new MethodNode(PRIVATE_STATIC, "$hashCode", call.desc, null, null);
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle component : components(call)) {
            Type type = Type.getType(component.getDesc());
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            get(code, 0, component);
            if (Conversion.isPrimitive(type)) {
                String descriptor = "(" + type.getDescriptor() + ")I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.box(type), "hashCode", descriptor, false);
            } else {
                String descriptor = "(Ljava/lang/Object;)I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "hashCode", descriptor, false);
            }
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 1);
        return code;
    }

    private MethodNode equalsMethod(InvokeDynamicInsnNode call) {
        MethodNode code = new MethodNode(PRIVATE_STATIC, "$equals", call.desc, null, null);
        Label different = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, record.name);
        code.visitJumpInsn(Opcodes.IFEQ, different);
        for (Handle component : components(call)) {
            get(code, 0, component);
            get(code, 1, component);
            compare(code, Type.getType(component.getDesc()), different);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(4, 2);
        return code;
    }

    private void get(MethodNode code, int local, Handle component) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        if (local == 1) {
            code.visitTypeInsn(Opcodes.CHECKCAST, record.name);
        }
        code.visitFieldInsn(Opcodes.GETFIELD, component.getOwner(), component.getName(), component.getDesc());
    }

    /** Numbers with a point as their boxes compare them: not a number equals itself. */
    private static void compare(MethodNode code, Type type, Label different) {
        switch (type.getSort()) {
            case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT ->
                code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
            case Type.LONG -> {
                code.visitInsn(Opcodes.LCMP);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
            case Type.FLOAT, Type.DOUBLE -> {
                String descriptor = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.box(type), "compare", descriptor, false);
                code.visitJumpInsn(Opcodes.IFNE, different);
            }
            default -> {
                String descriptor = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", descriptor, false);
                code.visitJumpInsn(Opcodes.IFEQ, different);
            }
        }
    }
}
