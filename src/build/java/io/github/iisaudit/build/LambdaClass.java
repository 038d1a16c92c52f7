package io.github.iisaudit.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One class that stands for the lambda expressions of another that capture as many values of the same kinds. Each object of it
 * knows for which it stands.
 */
final class LambdaClass {

    private static final String MAKE = "make";
    private static final String WHICH = "which";
    private static final Type OBJECT = Type.getType(Object.class);

    private final ClassNode node = new ClassNode();
    private final List<InvokeDynamicInsnNode> lambdas = new ArrayList<>();

    /** By its name and types each method, with the expressions that it does the work of. */
    private final Map<String, List<InvokeDynamicInsnNode>> methods = new LinkedHashMap<>();

    LambdaClass(String name, ClassNode nest) {
        node.version = nest.version;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_SUPER;
        node.name = name;
        node.superName = OBJECT.getInternalName();
        node.nestHostClass = nest.name;
        if (nest.nestMembers == null) {
            nest.nestMembers = new ArrayList<>();
        }
        nest.nestMembers.add(name);
    }

    /**
     * Equal for those of which one class can stand for all. Java's own functional interfaces go together: no two have a method of
     * the same name and types that has a body.
     */
    static String alike(InvokeDynamicInsnNode lambda) {
        StringBuilder alike = new StringBuilder();
        for (Type type : Type.getArgumentTypes(lambda.desc)) {
            alike.append(Conversion.isPrimitive(type) ? type.getDescriptor() : "L");
        }
        String type = Type.getReturnType(lambda.desc).getInternalName();
        return type.startsWith("java/") ? alike.toString() : alike + " " + type;
    }

    /** What is done instead of an expression: it takes one more place on the stack. */
    List<AbstractInsnNode> add(InvokeDynamicInsnNode lambda) {
        lambdas.add(lambda);
        List<InvokeDynamicInsnNode> alike =
                methods.computeIfAbsent(lambda.name + erased(lambda), method -> new ArrayList<>());
        int which = alike.size();
        alike.add(lambda);
        if (Type.getArgumentTypes(lambda.desc).length == 0) {
            return List.of(new FieldInsnNode(Opcodes.GETSTATIC, node.name, "ONE" + which, type()));
        }
        return List.of(
                number(which), new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, MAKE, factory(lambda), false));
    }

    private static AbstractInsnNode number(int number) {
        return number > 5 ? new IntInsnNode(Opcodes.SIPUSH, number) : new InsnNode(Opcodes.ICONST_0 + number);
    }

    private static String factory(InvokeDynamicInsnNode lambda) {
        return lambda.desc.replace(")", "I)");
    }

    private String type() {
        return "L" + node.name + ";";
    }

    /** The class, when all expressions were added. */
    ClassNode node() {
        List<Type> held = held();
        node.interfaces = lambdas.stream()
                .map(lambda -> Type.getReturnType(lambda.desc).getInternalName())
                .distinct()
                .toList();
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        node.visitField(access, WHICH, "I", null, null);
        for (int i = 0; i < held.size(); i++) {
            node.visitField(access, "c" + i, held.get(i).getDescriptor(), null, null);
        }
        constructor(held);
        if (held.isEmpty()) {
            initializer();
        } else {
            lambdas.stream().map(LambdaClass::factory).distinct().forEach(descriptor -> factory(descriptor, held));
        }
        methods.values().forEach(alike -> method(alike, held));
        return node;
    }

    /** The types of the values that are captured; where they differ, what all have in common. */
    private List<Type> held() {
        List<Type> held = new ArrayList<>(List.of(Type.getArgumentTypes(lambdas.get(0).desc)));
        for (InvokeDynamicInsnNode lambda : lambdas) {
            Type[] captured = Type.getArgumentTypes(lambda.desc);
            for (int i = 0; i < captured.length; i++) {
                if (!captured[i].equals(held.get(i))) {
                    held.set(i, OBJECT);
                }
            }
        }
        return held;
    }

    private static String constructor(List<Type> held, String returned) {
        StringBuilder descriptor = new StringBuilder("(");
        held.forEach(type -> descriptor.append(type.getDescriptor()));
        return descriptor + "I)" + returned;
    }

    private void constructor(List<Type> held) {
        MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE, "<init>", constructor(held, "V"), null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), "<init>", "()V", false);
        int local = 1;
        for (int i = 0; i < held.size(); i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(held.get(i).getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(
                    Opcodes.PUTFIELD, node.name, "c" + i, held.get(i).getDescriptor());
            local += held.get(i).getSize();
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, local);
        code.visitFieldInsn(Opcodes.PUTFIELD, node.name, WHICH, "I");
        code.visitInsn(Opcodes.RETURN);
        end(code, local + 1, 3);
    }

    /** One object for all uses of an expression that captures nothing, and for one of each other method. */
    private void initializer() {
        MethodNode code = new MethodNode(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        int most = methods.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int i = 0; i < most; i++) {
            node.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "ONE" + i, type(), null, null);
            code.visitTypeInsn(Opcodes.NEW, node.name);
            code.visitInsn(Opcodes.DUP);
            number(i).accept(code);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", "(I)V", false);
            code.visitFieldInsn(Opcodes.PUTSTATIC, node.name, "ONE" + i, type());
        }
        code.visitInsn(Opcodes.RETURN);
        end(code, 0, 3);
    }

    private void factory(String descriptor, List<Type> held) {
        MethodNode code = new MethodNode(Opcodes.ACC_STATIC, MAKE, descriptor, null, null);
        code.visitTypeInsn(Opcodes.NEW, node.name);
        code.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", constructor(held, "V"), false);
        code.visitInsn(Opcodes.ARETURN);
        end(code, local, local + 2);
    }

    /** The method of an interface, or of several that call it the same. */
    private void method(List<InvokeDynamicInsnNode> alike, List<Type> held) {
        InvokeDynamicInsnNode first = alike.get(0);
        String descriptor = erased(first).getDescriptor();
        MethodNode code = new MethodNode(Opcodes.ACC_PUBLIC, first.name, descriptor, null, null);
        int stack = 0;
        if (alike.size() == 1) {
            stack = body(code, first, held);
        } else {
            Label[] labels = alike.stream().map(lambda -> new Label()).toArray(Label[]::new);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, node.name, WHICH, "I");
            code.visitTableSwitchInsn(0, labels.length - 1, labels[0], labels);
            for (int i = 0; i < labels.length; i++) {
                code.visitLabel(labels[i]);
                code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                stack = Math.max(stack, body(code, alike.get(i), held));
            }
        }
        end(code, Type.getArgumentsAndReturnSizes(descriptor) >> 2, stack);
    }

    /** The work of one expression, and how much room it takes on the stack. */
    private int body(MethodNode code, InvokeDynamicInsnNode lambda, List<Type> held) {
        Type exact = (Type) lambda.bsmArgs[2];
        Handle target = (Handle) lambda.bsmArgs[1];
        boolean isNew = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (isNew) {
            code.visitTypeInsn(Opcodes.NEW, target.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        List<Type> wanted = wanted(target);
        Type[] captured = Type.getArgumentTypes(lambda.desc);
        int argument = 0;
        int stack = 4;
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(
                    Opcodes.GETFIELD, node.name, "c" + i, held.get(i).getDescriptor());
            Conversion.cast(code, held.get(i), captured[i]);
            stack += wanted.get(argument++).getSize() + 1;
        }
        int local = 1;
        for (int i = 0; i < exact.getArgumentTypes().length; i++) {
            Type given = erased(lambda).getArgumentTypes()[i];
            code.visitVarInsn(given.getOpcode(Opcodes.ILOAD), local);
            local += given.getSize();
            Type type = exact.getArgumentTypes()[i];
            Conversion.cast(code, given, type);
            Conversion.convert(code, type, wanted.get(argument));
            stack += wanted.get(argument++).getSize() + 1;
        }
        invoke(code, target);
        Type result = isNew ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
        Type returned = erased(lambda).getReturnType();
        Conversion.result(code, result, returned);
        code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        return stack;
    }

    /** The types of the method that the interface has. */
    private static Type erased(InvokeDynamicInsnNode lambda) {
        return (Type) lambda.bsmArgs[0];
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
