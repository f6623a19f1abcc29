package dev.clew.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import dev.clew.forward.Boxing;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * One hooked method. What it becomes:
 *
 * <pre>
 *   entered = enter(this, args...);   saved = args that the exit wants;   arg = replace(arg, ...);
 *   try { body; each return: exit(entered, result, null, saved...); result = replaceReturned(result, ...); return result }
 *   catch (Throwable t) { exit(entered, null, t, saved...); throw t }
 * </pre>
 *
 * <p>Our variables lie between the arguments and the body's own variables, which move up; so every frame of the body only
 * gains a few entries in a known place, and no frame has to be computed. The exit code stands outside the protected ranges.
 */
final class WovenMethod extends MethodVisitor {
    private final HookPoint point;
    private final Type[] args;
    private final Type returns;
    private final boolean isStatic;
    /** Slots of the arguments, the receiver included: the first slot of ours. */
    private final int argSlots;

    private final Advice exit;
    private final Advice replaceReturned;
    private final boolean guards;

    /** Slot of the saved copy of each argument, -1 where the exit does not want it; the receiver comes last. */
    private final int[] saved;

    private final int entered;
    private final int result;
    private final int thrown;
    private final int shift;
    private final Object[] ourFrame;

    private final List<Label[]> ranges = new ArrayList<>(2);
    private Label rangeStart;
    private boolean rangeHasCode;

    WovenMethod(MethodVisitor next, HookPoint point, String owner, int access, String descriptor) {
        super(Opcodes.ASM9, next);
        this.point = point;
        this.args = Type.getArgumentTypes(descriptor);
        this.returns = Type.getReturnType(descriptor);
        this.isStatic = Fit.isStatic(access);
        this.exit = point.first(Advice.Kind.EXIT);
        this.replaceReturned = point.first(Advice.Kind.REPLACE_RETURNED);
        this.guards = exit != null;

        int slots = isStatic ? 0 : 1;
        for (Type arg : args) {
            slots += arg.getSize();
        }
        this.argSlots = slots;

        List<Object> frame = new ArrayList<>();
        this.entered = slots++;
        frame.add("java/lang/Object");
        this.saved = new int[args.length + 1];
        Arrays.fill(saved, -1);
        for (int i = 0; i < args.length; i++) {
            if (laterWants(Advice.ARG + i)) {
                saved[i] = slots;
                slots += args[i].getSize();
                frame.add(frameType(args[i]));
            }
        }
        if (!isStatic && laterWants(Advice.THIS)) {
            saved[args.length] = slots++;
            frame.add(owner);
        }
        // never live where a frame is, so a frame leaves them undefined
        this.result = slots;
        slots += Math.max(1, returns.getSize());
        this.thrown = slots++;
        for (int i = result; i < slots; i++) {
            frame.add(Opcodes.TOP);
        }
        this.shift = slots - argSlots;
        this.ourFrame = frame.toArray();
    }

    private boolean laterWants(String binding) {
        return exit != null && exit.bindings.contains(binding)
                || replaceReturned != null && replaceReturned.bindings.contains(binding);
    }

    @Override
    public void visitCode() {
        mv.visitCode();
        Advice enter = point.first(Advice.Kind.ENTER);
        if (enter != null) {
            pushAll(enter, false);
            CallSites.call(mv, point, enter, null);
        } else {
            mv.visitInsn(Opcodes.ACONST_NULL);
        }
        mv.visitVarInsn(Opcodes.ASTORE, entered);
        for (int i = 0; i < args.length; i++) {
            if (saved[i] >= 0) {
                mv.visitVarInsn(args[i].getOpcode(Opcodes.ILOAD), slot(i));
                mv.visitVarInsn(args[i].getOpcode(Opcodes.ISTORE), saved[i]);
            }
        }
        if (saved[args.length] >= 0) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitVarInsn(Opcodes.ASTORE, saved[args.length]);
        }
        for (Advice advice : point.advice) {
            if (advice.kind == Advice.Kind.REPLACE) {
                mv.visitVarInsn(Opcodes.ALOAD, slot(advice.arg));
                pushAll(advice, false);
                CallSites.call(mv, point, advice, args[advice.arg]);
                mv.visitVarInsn(Opcodes.ASTORE, slot(advice.arg));
            }
        }
        openRange();
    }

    private void openRange() {
        rangeStart = new Label();
        rangeHasCode = false;
        mv.visitLabel(rangeStart);
    }

    private void closeRange() {
        if (rangeHasCode) {
            Label end = new Label();
            mv.visitLabel(end);
            ranges.add(new Label[] {rangeStart, end});
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN || exit == null && replaceReturned == null) {
            rangeHasCode = true;
            mv.visitInsn(opcode);
            return;
        }
        closeRange();
        boolean valued = returns != Type.VOID_TYPE;
        if (valued) {
            mv.visitVarInsn(returns.getOpcode(Opcodes.ISTORE), result);
        }
        if (exit != null) {
            pushAll(exit, true);
            CallSites.call(mv, point, exit, null);
        }
        if (replaceReturned != null) {
            mv.visitVarInsn(Opcodes.ALOAD, result);
            pushAll(replaceReturned, true);
            CallSites.call(mv, point, replaceReturned, returns);
        } else if (valued) {
            mv.visitVarInsn(returns.getOpcode(Opcodes.ILOAD), result);
        }
        mv.visitInsn(opcode);
        openRange();
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        closeRange();
        if (guards && !ranges.isEmpty()) {
            Label handler = new Label();
            for (Label[] range : ranges) {
                mv.visitTryCatchBlock(range[0], range[1], handler, null);
            }
            mv.visitLabel(handler);
            Object[] locals = new Object[argSlots + ourFrame.length];
            Arrays.fill(locals, 0, argSlots, Opcodes.TOP);
            System.arraycopy(ourFrame, 0, locals, argSlots, ourFrame.length);
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            mv.visitVarInsn(Opcodes.ASTORE, thrown);
            pushAll(exit, false, true);
            CallSites.call(mv, point, exit, null);
            mv.visitVarInsn(Opcodes.ALOAD, thrown);
            mv.visitInsn(Opcodes.ATHROW);
        }
        // all arguments, the receiver, entered, result, thrown and the replaced one, on top of what a return may leave below
        mv.visitMaxs(maxStack + argSlots + 6, maxLocals + shift);
    }

    private void pushAll(Advice advice, boolean returned) {
        pushAll(advice, returned, false);
    }

    private void pushAll(Advice advice, boolean returned, boolean threw) {
        boolean later = returned || threw;
        Type[] wanted = advice.type.getArgumentTypes();
        for (int i = 0; i < wanted.length; i++) {
            String binding = advice.bindings.get(i);
            switch (binding) {
                case Advice.ENTERED -> mv.visitVarInsn(Opcodes.ALOAD, entered);
                case Advice.THIS -> {
                    if (isStatic) {
                        mv.visitInsn(Opcodes.ACONST_NULL);
                    } else {
                        mv.visitVarInsn(Opcodes.ALOAD, later ? saved[args.length] : 0);
                    }
                }
                case Advice.RETURNED -> {
                    if (!returned || returns == Type.VOID_TYPE) {
                        mv.visitInsn(Opcodes.ACONST_NULL);
                    } else {
                        mv.visitVarInsn(returns.getOpcode(Opcodes.ILOAD), result);
                        Boxing.box(mv, returns);
                    }
                }
                case Advice.THREW -> {
                    if (threw) {
                        mv.visitVarInsn(Opcodes.ALOAD, thrown);
                    } else {
                        mv.visitInsn(Opcodes.ACONST_NULL);
                    }
                }
                default -> {
                    int n = Advice.argOf(binding);
                    mv.visitVarInsn(args[n].getOpcode(Opcodes.ILOAD), later ? saved[n] : slot(n));
                    if (wanted[i].getSort() >= Type.ARRAY) {
                        Boxing.box(mv, args[n]);
                    }
                }
            }
        }
    }

    private int slot(int arg) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < arg; i++) {
            slot += args[i].getSize();
        }
        return slot;
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
        };
    }

    // ---- the body's own variables move up, its frames gain our entries

    private int moved(int slot) {
        return slot < argSlots ? slot : slot + shift;
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        rangeHasCode = true;
        boolean wide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
        if (wide && slot == argSlots - 1) {
            throw new IllegalStateException("a body variable lies across the last argument");
        }
        mv.visitVarInsn(opcode, moved(slot));
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        rangeHasCode = true;
        mv.visitIincInsn(moved(slot), increment);
    }

    @Override
    public void visitLocalVariable(String name, String descriptor, String signature, Label start, Label end, int slot) {
        mv.visitLocalVariable(name, descriptor, signature, start, end, moved(slot));
    }

    @Override
    public org.objectweb.asm.AnnotationVisitor visitLocalVariableAnnotation(
            int typeRef, TypePath path, Label[] start, Label[] end, int[] index, String descriptor, boolean visible) {
        int[] shifted = new int[index.length];
        for (int i = 0; i < index.length; i++) {
            shifted[i] = moved(index[i]);
        }
        return mv.visitLocalVariableAnnotation(typeRef, path, start, end, shifted, descriptor, visible);
    }

    @Override
    public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
        Object[] locals = new Object[numLocal + argSlots + ourFrame.length];
        int out = 0;
        int slots = 0;
        int in = 0;
        while (slots < argSlots) {
            Object entry = in < numLocal ? local[in++] : Opcodes.TOP;
            slots += entry == Opcodes.LONG || entry == Opcodes.DOUBLE ? 2 : 1;
            locals[out++] = entry;
        }
        System.arraycopy(ourFrame, 0, locals, out, ourFrame.length);
        out += ourFrame.length;
        while (in < numLocal) {
            locals[out++] = local[in++];
        }
        mv.visitFrame(type, out, locals, numStack, stack);
    }

    // ---- a protected range without an instruction would be an invalid class file

    @Override
    public void visitIntInsn(int opcode, int operand) {
        rangeHasCode = true;
        mv.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        rangeHasCode = true;
        mv.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        rangeHasCode = true;
        mv.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        rangeHasCode = true;
        mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... constants) {
        rangeHasCode = true;
        mv.visitInvokeDynamicInsn(name, descriptor, bootstrap, constants);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        rangeHasCode = true;
        mv.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        rangeHasCode = true;
        mv.visitLdcInsn(value);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        rangeHasCode = true;
        mv.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        rangeHasCode = true;
        mv.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        rangeHasCode = true;
        mv.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
