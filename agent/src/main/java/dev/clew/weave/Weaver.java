package dev.clew.weave;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves hooks into one class file; the only user of ASM besides {@link Glue}.
 *
 * <p>Each hooked method gets a few call sites ({@code invokedynamic}, linked by {@code java.lang.ClewLinker}) before, after and
 * around its body; the body stays as it is. No field, method, interface or constant of the class changes, so that the same
 * bytes do for a first load and for a retransformation. See RATIONALE.md for why not Byte Buddy's Advice. Any thread.
 */
final class Weaver {
    /** Class files of the version before are raised to it where they can be: Netty 4.1 is of Java 6. */
    private static final int OLDEST_WITH_INDY = Opcodes.V1_7;

    /** What became of a class file. */
    static final class Woven {
        /** Null where nothing was woven. */
        final byte[] classFile;
        /** One line a method: {@code chat(Ldev/...;)L...; } or why not. */
        final String methods;

        Woven(byte[] classFile, String methods) {
            this.classFile = classFile;
            this.methods = methods;
        }
    }

    private Weaver() {}

    /**
     * @param late number of the {@link LateSubclasses} that the constructors of this class have to wait for, or -1
     * @throws RuntimeException where ASM can't read the class file
     */
    static Woven weave(byte[] classFile, List<HookPoint> points, int late) {
        int version = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
        ClassReader reader = new ClassReader(classFile);
        if (version < Opcodes.V1_6 || version < OLDEST_WITH_INDY && !OldClassFile.canBeRaised(reader)) {
            return new Woven(null, "class file version " + version + " is older than invokedynamic");
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        StringBuilder methods = new StringBuilder();
        reader.accept(new Visitor(writer, points, late, methods), ClassReader.EXPAND_FRAMES);
        boolean any = late >= 0 || methods.indexOf("+") >= 0;
        return new Woven(any ? writer.toByteArray() : null, methods.toString());
    }

    private static final class Visitor extends ClassVisitor {
        private final List<HookPoint> points;
        private final int late;
        private final StringBuilder methods;
        private String name;

        Visitor(ClassVisitor next, List<HookPoint> points, int late, StringBuilder methods) {
            super(Opcodes.ASM9, next);
            this.points = points;
            this.late = late;
            this.methods = methods;
        }

        @Override
        public void visit(int version, int access, String name, String sig, String superName, String[] interfaces) {
            this.name = name;
            super.visit(version == Opcodes.V1_6 ? OLDEST_WITH_INDY : version, access, name, sig, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, thrown);
            int never = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;
            if ((access & never) != 0) {
                return next;
            }
            if (late >= 0 && method.equals("<init>")) {
                next = new WaitsForSubclasses(next, late);
            }
            for (int i = 0; i < points.size(); i++) {
                HookPoint point = points.get(i);
                if (point.matches(method, descriptor)) {
                    String misfit = Fit.misfit(point, access, descriptor);
                    if (misfit == null) {
                        next = woven(next, point, method, access, descriptor);
                    }
                    methods.append(misfit == null ? "+" : "-").append(point.id).append(' ').append(method).append(descriptor);
                    methods.append(misfit == null ? "" : " (" + misfit + ')').append('\n');
                }
            }
            return next;
        }

        private MethodVisitor woven(MethodVisitor next, HookPoint point, String method, int access, String descriptor) {
            if (point.calls != null) {
                return new WovenCalls(next, point);
            }
            return method.equals("<init>")
                    ? new WovenConstructor(next, point, descriptor)
                    : new WovenMethod(next, point, name, access, descriptor);
        }
    }

    /** A constructor that has the subclasses woven which were loaded before this class told us what they are. */
    private static final class WaitsForSubclasses extends MethodVisitor {
        private final int late;

        WaitsForSubclasses(MethodVisitor next, int late) {
            super(Opcodes.ASM9, next);
            this.late = late;
        }

        @Override
        public void visitCode() {
            mv.visitCode();
            CallSites.callLate(mv, late);
        }
    }
}
