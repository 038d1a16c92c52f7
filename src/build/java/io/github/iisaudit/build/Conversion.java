package io.github.iisaudit.build;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Code that makes a value on the stack one of another type, as a lambda's method does for its arguments and its result. */
final class Conversion {

    private static final Map<Integer, String> BOXES = Map.of(
            Type.BOOLEAN, "java/lang/Boolean",
            Type.CHAR, "java/lang/Character",
            Type.BYTE, "java/lang/Byte",
            Type.SHORT, "java/lang/Short",
            Type.INT, "java/lang/Integer",
            Type.LONG, "java/lang/Long",
            Type.FLOAT, "java/lang/Float",
            Type.DOUBLE, "java/lang/Double");

    private static final List<Integer> SMALL = List.of(Type.CHAR, Type.BYTE, Type.SHORT, Type.INT);

    private Conversion() {}

    /** A reference as one of a subtype. */
    static void cast(MethodNode code, Type given, Type wanted) {
        if (!isPrimitive(wanted)
                && !given.equals(wanted)
                && !wanted.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
        }
    }

    /** What is returned, as what is to be returned. */
    static void result(MethodNode code, Type given, Type wanted) {
        if (wanted.getSort() != Type.VOID) {
            convert(code, given, wanted);
            return;
        }
        if (given.getSize() > 0) {
            code.visitInsn(given.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    static void convert(MethodNode code, Type given, Type wanted) {
        if (given.equals(wanted)) {
            return;
        }
        if (isPrimitive(given) && isPrimitive(wanted)) {
            widen(code, given, wanted);
        } else if (isPrimitive(given)) {
            String box = BOXES.get(given.getSort());
            String descriptor = "(" + given.getDescriptor() + ")L" + box + ";";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
        } else if (isPrimitive(wanted)) {
            unbox(code, given, wanted);
        } else {
            cast(code, given, wanted);
        }
    }

    private static void unbox(MethodNode code, Type given, Type wanted) {
        Type inside = wanted;
        String box = BOXES.get(wanted.getSort());
        for (Map.Entry<Integer, String> entry : BOXES.entrySet()) {
            if (entry.getValue().equals(given.getInternalName())) {
                box = entry.getValue();
                inside = primitive(entry.getKey());
            }
        }
        cast(code, given, Type.getObjectType(box));
        String descriptor = "()" + inside.getDescriptor();
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, inside.getClassName() + "Value", descriptor, false);
        convert(code, inside, wanted);
    }

    private static void widen(MethodNode code, Type given, Type wanted) {
        boolean isSmall = SMALL.contains(given.getSort());
        if (isSmall && SMALL.contains(wanted.getSort())) {
            return;
        }
        if (isSmall && wanted.getSort() == Type.LONG) {
            code.visitInsn(Opcodes.I2L);
        } else if (isSmall && wanted.getSort() == Type.DOUBLE) {
            code.visitInsn(Opcodes.I2D);
        } else if (given.getSort() == Type.LONG && wanted.getSort() == Type.DOUBLE) {
            code.visitInsn(Opcodes.L2D);
        } else {
            throw new IllegalArgumentException("no conversion from " + given + " to " + wanted);
        }
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** The class of objects that hold a primitive value. */
    static String box(Type primitive) {
        return BOXES.get(primitive.getSort());
    }

    private static Type primitive(int sort) {
        return List.of(
                        Type.BOOLEAN_TYPE,
                        Type.CHAR_TYPE,
                        Type.BYTE_TYPE,
                        Type.SHORT_TYPE,
                        Type.INT_TYPE,
                        Type.FLOAT_TYPE,
                        Type.LONG_TYPE,
                        Type.DOUBLE_TYPE)
                .stream()
                .filter(type -> type.getSort() == sort)
                .findFirst()
                .orElseThrow();
    }
}
