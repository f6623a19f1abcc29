package dev.clew.forward;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.V11;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes objects that pass every call of an interface on to another object, as it is: also methods that the interface gained
 * after we were compiled, also what they throw and don't declare. The JDK's proxies turn the latter into an
 * {@code UndeclaredThrowableException}, which a handler written in Kotlin would notice. Any thread.
 *
 * @param <T> the interface
 */
public final class Forwarder<T> {
    private static final String OBJECT = "java/lang/Object";
    private static final String WATCH = "dev/clew/forward/Watch";
    private static final String FORWARDER = "dev/clew/forward/Forwarder";
    private static final String BEFORE = "(Ldev/clew/forward/Watch;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String AFTER = "(Ldev/clew/forward/Watch;Ljava/lang/Object;)V";
    private static final Object FAILED = new Object();

    private final MethodHandle constructor;

    private Forwarder(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /**
     * @param plugin of a class that sees both the interface and {@link Watch}
     * @throws IllegalStateException where the class can't be made
     */
    public static <T> Forwarder<T> of(MethodHandles.Lookup plugin, Class<T> type) {
        try {
            String name = Type.getInternalName(plugin.lookupClass()) + "$Before$" + type.getSimpleName();
            Class<?> made = plugin.defineHiddenClass(write(name, type), true).lookupClass();
            MethodHandle constructor = plugin.in(made)
                    .findConstructor(made, MethodType.methodType(void.class, Object.class, Watch.class));
            return new Forwarder<>(constructor.asType(MethodType.methodType(Object.class, Object.class, Watch.class)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("nothing can stand before a " + type.getName(), e);
        }
    }

    /** A {@code T} that passes all calls on to {@code behind}; it, not the watch, is what holds both. */
    @SuppressWarnings("unchecked") // the class was made so
    public T before(T behind, Watch watch) {
        try {
            return (T) (Object) constructor.invokeExact((Object) behind, watch);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by what is made. */
    public static Object before(Watch watch, String method, Object[] arguments) {
        try {
            return watch.before(method, arguments);
        } catch (Throwable ours) {
            return FAILED;
        }
    }

    /** Called by what is made. */
    public static void after(Watch watch, Object before) {
        try {
            if (before != FAILED) {
                watch.after(before);
            }
        } catch (Throwable ours) {
            // the application's call comes first
        }
    }

    private static byte[] write(String name, Class<?> type) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return OBJECT; // and nothing is loaded to find out
            }
        };
        String of = Type.getInternalName(type);
        out.visit(V11, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT, new String[] {of});
        out.visitField(ACC_PRIVATE | ACC_FINAL, "behind", 'L' + of + ';', null, null);
        out.visitField(ACC_PRIVATE | ACC_FINAL, "watch", 'L' + WATCH + ';', null, null);
        constructor(out, name, of);
        Set<String> written = new HashSet<>();
        for (Method method : type.getMethods()) {
            String signature = method.getName() + Type.getMethodDescriptor(method);
            if (!Modifier.isStatic(method.getModifiers()) && written.add(signature)) {
                forward(out, name, of, method);
            }
        }
        string(out, name, of);
        return out.toByteArray();
    }

    private static void constructor(ClassWriter out, String name, String of) {
        MethodVisitor code = out.visitMethod(0, "<init>", "(Ljava/lang/Object;L" + WATCH + ";)V", null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, of);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "behind", 'L' + of + ';');
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "watch", 'L' + WATCH + ';');
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
    }

    private static void string(ClassWriter out, String name, String of) {
        MethodVisitor code = out.visitMethod(ACC_PUBLIC, "toString", "()Ljava/lang/String;", null, null);
        field(code, name, "behind", of);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OBJECT, "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
    }

    private static void forward(ClassWriter out, String name, String of, Method method) {
        String descriptor = Type.getMethodDescriptor(method);
        Type[] arguments = Type.getArgumentTypes(descriptor);
        int before = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        MethodVisitor code = out.visitMethod(ACC_PUBLIC, method.getName(), descriptor, null, null);
        Label start = new Label();
        Label end = new Label();
        Label thrown = new Label();
        code.visitTryCatchBlock(start, end, thrown, null);

        field(code, name, "watch", WATCH);
        code.visitLdcInsn(method.getName());
        boxed(code, arguments);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FORWARDER, "before", BEFORE, false);
        code.visitVarInsn(Opcodes.ASTORE, before);

        code.visitLabel(start);
        field(code, name, "behind", of);
        int slot = 1;
        for (Type argument : arguments) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, of, method.getName(), descriptor, true);
        code.visitLabel(end);
        after(code, name, before);
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));

        code.visitLabel(thrown);
        after(code, name, before);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(0, 0);
    }

    private static void boxed(MethodVisitor code, Type[] arguments) {
        code.visitIntInsn(Opcodes.BIPUSH, arguments.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
        int slot = 1;
        for (int i = 0; i < arguments.length; i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.BIPUSH, i);
            code.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slot);
            Boxing.box(code, arguments[i]);
            code.visitInsn(Opcodes.AASTORE);
            slot += arguments[i].getSize();
        }
    }

    private static void after(MethodVisitor code, String name, int before) {
        field(code, name, "watch", WATCH);
        code.visitVarInsn(Opcodes.ALOAD, before);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, FORWARDER, "after", AFTER, false);
    }

    private static void field(MethodVisitor code, String name, String field, String type) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, field, 'L' + type + ';');
    }
}
