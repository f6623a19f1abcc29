package dev.clew.weave;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that stands between woven call sites and a hook's advice. In Java, one method of it would read:
 *
 * <pre>
 *   public static Object a0(Object p0, Object p1) {
 *     Current.Slot slot = null;
 *     try {
 *       slot = BREAKER.begin();
 *       if (slot != null) {                          // else off, or inside other advice: do nothing
 *         Object answer = ChatModelHook.enter((ChatModel) p0, (ChatRequest) p1);
 *         slot.quiet = false;
 *         return answer;
 *       }
 *     } catch (Throwable t) {                        // never into the application
 *       if (slot != null) slot.quiet = false;        // no call: there may be no stack left for one
 *       BREAKER.failed(t);
 *     }
 *     BREAKER.skipped(entered);                      // exit only: what enter opened is closed all the same
 *     return null;                                   // replace: the value it was given
 *   }
 * </pre>
 *
 * A generated method instead of method-handle combinators: a plain call for the JIT, a readable stack trace, and nothing to
 * spin up in {@code java.lang.invoke} at start.
 */
final class Glue {
    static final String SUFFIX = "$$Glue";
    private static final String BREAKER = "dev/clew/weave/Breaker";
    private static final String SLOT = "dev/clew/context/Current$Slot";
    private static final String BREAKER_TYPE = "L" + BREAKER + ';';

    private Glue() {}

    static String methodName(Advice advice) {
        return "a" + advice.number;
    }

    /**
     * The class file for one hook, for one set of replaced types.
     *
     * @param advice the advice to write a method for
     * @param replaced the type of the replaced value, or null for enter and exit
     */
    static byte[] write(HookPoint point, Advice advice, Type replaced, String className) {
        ClassWriter w = new ClassWriter(0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        w.visit(Opcodes.V17, access, className, null, "java/lang/Object", null);
        w.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "BREAKER", BREAKER_TYPE, null, null);
        MethodVisitor init = w.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        init.visitLdcInsn(point.id);
        init.visitLdcInsn(Type.getObjectType(className));
        init.visitMethodInsn(Opcodes.INVOKESTATIC, BREAKER, "of", "(ILjava/lang/Class;)" + BREAKER_TYPE, false);
        init.visitFieldInsn(Opcodes.PUTSTATIC, className, "BREAKER", BREAKER_TYPE);
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(2, 0);
        init.visitEnd();
        method(w, point, advice, replaced, className);
        w.visitEnd();
        return w.toByteArray();
    }

    private static void method(ClassWriter w, HookPoint point, Advice advice, Type replaced, String className) {
        String descriptor = advice.callSite(replaced);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        MethodVisitor mv = w.visitMethod(access, methodName(advice), descriptor, null, null);
        Label tryStart = new Label();
        Label tryEnd = new Label();
        Label caught = new Label();
        Label loud = new Label();
        Label off = new Label();
        Label nothing = new Label();
        mv.visitTryCatchBlock(tryStart, tryEnd, caught, "java/lang/Throwable");
        mv.visitCode();
        int quiet = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, quiet);
        mv.visitLabel(tryStart);
        mv.visitFieldInsn(Opcodes.GETSTATIC, className, "BREAKER", BREAKER_TYPE);
        if (point.bare) {
            mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BREAKER, "on", "()Z", false);
            mv.visitJumpInsn(Opcodes.IFEQ, off);
        } else {
            mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BREAKER, "begin", "()L" + SLOT + ';', false);
            mv.visitVarInsn(Opcodes.ASTORE, quiet);
            mv.visitVarInsn(Opcodes.ALOAD, quiet);
            mv.visitJumpInsn(Opcodes.IFNULL, off);
        }

        int entered = -1;
        int slot = replaced == null ? 0 : 1;
        Type[] wanted = advice.type.getArgumentTypes();
        for (int i = 0; i < wanted.length; i++) {
            Type general = Advice.general(wanted[i]);
            mv.visitVarInsn(general.getOpcode(Opcodes.ILOAD), slot);
            if (general == Advice.OBJECT && !wanted[i].equals(Advice.OBJECT)) {
                mv.visitTypeInsn(Opcodes.CHECKCAST, wanted[i].getInternalName());
            }
            if (advice.bindings.get(i).equals(Advice.ENTERED)) {
                entered = slot;
            }
            slot += general.getSize();
        }
        mv.visitMethodInsn(
                Opcodes.INVOKESTATIC, point.hookClass, advice.method, advice.type.getDescriptor(), false);
        boolean isVoid = replaced == null && advice.kind == Advice.Kind.EXIT;
        if (replaced != null) {
            mv.visitTypeInsn(Opcodes.CHECKCAST, replaced.getInternalName());
        }
        if (!point.bare) {
            unquieten(mv, quiet);
        }
        if (isVoid) {
            mv.visitInsn(Opcodes.RETURN);
        } else if (replaced == null) {
            mv.visitInsn(Opcodes.ARETURN);
        } else {
            mv.visitInsn(Opcodes.DUP);
            mv.visitJumpInsn(Opcodes.IFNULL, nothing);
            mv.visitInsn(Opcodes.ARETURN);
        }
        mv.visitLabel(tryEnd);

        Object[] locals = frameOf(descriptor);
        if (replaced != null) {
            mv.visitLabel(nothing);
            mv.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {replaced.getInternalName()});
            mv.visitInsn(Opcodes.POP);
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitInsn(Opcodes.ARETURN);
        }
        mv.visitLabel(caught);
        mv.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        mv.visitVarInsn(Opcodes.ALOAD, quiet);
        mv.visitJumpInsn(Opcodes.IFNULL, loud);
        unquieten(mv, quiet);
        mv.visitLabel(loud);
        mv.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        mv.visitFieldInsn(Opcodes.GETSTATIC, className, "BREAKER", BREAKER_TYPE);
        mv.visitInsn(Opcodes.SWAP);
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BREAKER, "failed", "(Ljava/lang/Throwable;)V", false);
        mv.visitLabel(off);
        mv.visitFrame(Opcodes.F_FULL, locals.length, locals, 0, null);
        if (entered >= 0 && advice.kind == Advice.Kind.EXIT) {
            mv.visitVarInsn(Opcodes.ALOAD, entered);
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, BREAKER, "skipped", "(Ljava/lang/Object;)V", false);
        }
        if (isVoid) {
            mv.visitInsn(Opcodes.RETURN);
        } else {
            if (replaced == null) {
                mv.visitInsn(Opcodes.ACONST_NULL);
            } else {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
            }
            mv.visitInsn(Opcodes.ARETURN);
        }
        mv.visitMaxs(slot + 3, quiet + 1);
        mv.visitEnd();
    }

    private static void unquieten(MethodVisitor mv, int quiet) {
        mv.visitVarInsn(Opcodes.ALOAD, quiet);
        mv.visitInsn(Opcodes.ICONST_0);
        mv.visitFieldInsn(Opcodes.PUTFIELD, SLOT, "quiet", "Z");
    }

    private static Object[] frameOf(String descriptor) {
        Type[] args = Type.getArgumentTypes(descriptor);
        Object[] frame = new Object[args.length + 1];
        frame[args.length] = SLOT;
        for (int i = 0; i < args.length; i++) {
            frame[i] =
                    switch (args[i].getSort()) {
                        case Type.LONG -> Opcodes.LONG;
                        case Type.DOUBLE -> Opcodes.DOUBLE;
                        case Type.FLOAT -> Opcodes.FLOAT;
                        case Type.OBJECT, Type.ARRAY -> args[i].getInternalName();
                        default -> Opcodes.INTEGER;
                    };
        }
        return frame;
    }

    /** Distinguishes the glue of one hook that replaces values of different types, as overloads do. */
    static String className(HookPoint point, Advice advice, Type replaced) {
        String name = point.hookClass + SUFFIX + advice.number;
        return replaced == null ? name : name + '$' + Integer.toHexString(replaced.getDescriptor().hashCode());
    }
}
