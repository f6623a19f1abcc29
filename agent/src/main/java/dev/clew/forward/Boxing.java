package dev.clew.forward;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The instructions that make an object of a primitive. */
public final class Boxing {
    private Boxing() {}

    /** Boxes the primitive on the stack where an object is wanted. */
    public static void box(MethodVisitor mv, Type primitive) {
        String owner =
                switch (primitive.getSort()) {
                    case Type.BOOLEAN -> "java/lang/Boolean";
                    case Type.BYTE -> "java/lang/Byte";
                    case Type.CHAR -> "java/lang/Character";
                    case Type.SHORT -> "java/lang/Short";
                    case Type.INT -> "java/lang/Integer";
                    case Type.LONG -> "java/lang/Long";
                    case Type.FLOAT -> "java/lang/Float";
                    case Type.DOUBLE -> "java/lang/Double";
                    default -> null;
                };
        if (owner != null) {
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC, owner, "valueOf", '(' + primitive.getDescriptor() + ")L" + owner + ';', false);
        }
    }
}
