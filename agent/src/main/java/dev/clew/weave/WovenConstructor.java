package dev.clew.weave;

import dev.clew.forward.Boxing;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A constructor whose arguments are replaced before it does anything; it has no frame of ours and no handler. */
final class WovenConstructor extends MethodVisitor {
    private final HookPoint point;
    private final Type[] args;

    WovenConstructor(MethodVisitor next, HookPoint point, String descriptor) {
        super(Opcodes.ASM9, next);
        this.point = point;
        this.args = Type.getArgumentTypes(descriptor);
    }

    @Override
    public void visitCode() {
        mv.visitCode();
        for (Advice advice : point.advice) {
            Type replaced = args[advice.arg];
            mv.visitVarInsn(Opcodes.ALOAD, slot(advice.arg));
            Type[] wanted = advice.type.getArgumentTypes();
            for (int i = 0; i < wanted.length; i++) {
                int n = Advice.argOf(advice.bindings.get(i));
                mv.visitVarInsn(args[n].getOpcode(Opcodes.ILOAD), slot(n));
                if (wanted[i].getSort() >= Type.ARRAY) {
                    Boxing.box(mv, args[n]);
                }
            }
            CallSites.call(mv, point, advice, replaced);
            mv.visitVarInsn(Opcodes.ASTORE, slot(advice.arg));
        }
    }

    private int slot(int arg) {
        int slot = 1;
        for (int i = 0; i < arg; i++) {
            slot += args[i].getSize();
        }
        return slot;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        int room = 1;
        for (Type arg : args) {
            room += arg.getSize();
        }
        mv.visitMaxs(Math.max(maxStack, room + 1), maxLocals);
    }
}
