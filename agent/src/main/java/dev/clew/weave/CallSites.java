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
}
