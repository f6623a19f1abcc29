package dev.clew.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a class file of Java 6 holds to the rules of Java 7, so that it may be called one and have {@code invokedynamic}.
 * What Java 7 no longer forgives is a method without stack map frames, and subroutines.
 */
final class OldClassFile extends ClassVisitor {
    private boolean holds = true;

    private OldClassFile() {
        super(Opcodes.ASM9);
    }

    static boolean canBeRaised(ClassReader reader) {
        OldClassFile file = new OldClassFile();
        reader.accept(file, ClassReader.SKIP_DEBUG);
        return file.holds;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private boolean jumps;
            private boolean frames;

            @Override
            public void visitJumpInsn(int opcode, Label label) {
                jumps = true;
                holds &= opcode != Opcodes.JSR;
            }

            @Override
            public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
                jumps = true;
            }

            @Override
            public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
                jumps = true;
            }

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
                jumps = true;
            }

            @Override
            public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
                frames = true;
            }

            @Override
            public void visitEnd() {
                holds &= frames || !jumps;
            }
        };
    }
}
