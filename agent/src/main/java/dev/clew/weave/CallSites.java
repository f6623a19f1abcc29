package dev.clew.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The instructions that the two kinds of woven method have in common. */
final class CallSites {
    private static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/ClewLinker",
            "link",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;II)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private CallSites() {}

    static void call(MethodVisitor mv, HookPoint point, Advice advice, Type replaced) {
        boolean replaces = replaced != null;
        mv.visitInvokeDynamicInsn(
                replaces ? "replace" : advice.kind == Advice.Kind.ENTER ? "enter" : "exit",
                advice.callSite(replaced),
                LINK,
                point.id,
                advice.number);
    }

    /** The call site that weaves what came too early; {@link Links} knows it by its negative hook. */
    static void callLate(MethodVisitor mv, int late) {
        mv.visitInvokeDynamicInsn("late", "()V", LINK, Links.LATE, late);
    }

    /** Boxes the primitive on the stack where an object is wanted. */
    static void box(MethodVisitor mv, Type primitive) {
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
