package dev.clew.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method in which certain calls go to a stand-in: {@code task.run()} becomes {@code replace(task, task).run()}. The object is on
 * top of the stack and stays the only thing there, so no frame and no variable changes.
 */
final class WovenCalls extends MethodVisitor {
    private final HookPoint point;
    private final String owner;
    private final String name;

    WovenCalls(MethodVisitor next, HookPoint point) {
        super(Opcodes.ASM9, next);
        this.point = point;
        int dot = point.calls.lastIndexOf('.');
        this.owner = point.calls.substring(0, dot);
        this.name = point.calls.substring(dot + 1);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean virtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
        if (virtual && owner.equals(this.owner) && name.equals(this.name) && descriptor.startsWith("()")) {
            mv.visitInsn(Opcodes.DUP);
            CallSites.call(mv, point, point.advice.get(0), Type.getObjectType(owner));
        }
        mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        mv.visitMaxs(maxStack + 1, maxLocals);
    }
}
