package dev.clew.weave.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class of a plugin as its annotations declare it; {@link #type} is null where it is no hook. */
final class HookClass extends ClassVisitor {
    private static final String HOOK = "Ldev/clew/hook/";

    String name;
    String type;
    boolean subtypes;
    List<String> methods = new ArrayList<>();
    List<String> params = new ArrayList<>(List.of("..."));
    String returns = "";
    /** Owner, dot, method; empty where the method itself is hooked. */
    String calls = "";
    String wake = "TRACING";
    /** As its package-info declares it. */
    Declared library;
    final List<AdviceMethod> advice = new ArrayList<>();

    private HookClass() {
        super(Opcodes.ASM9);
    }

    static HookClass read(byte[] classFile) {
        HookClass hook = new HookClass();
        new ClassReader(classFile).accept(hook, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return hook;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.name = name;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.equals(HOOK + "Hook;")) {
            return null;
        }
        type = "";
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String key, Object value) {
                switch (key) {
                    case "type" -> type = internal((String) value);
                    case "subtypes" -> subtypes = (Boolean) value;
                    case "returns" -> returns = internal((String) value);
                    case "calls" -> calls = called((String) value);
                    default -> throw new IllegalStateException("@Hook has a new element: " + key);
                }
            }

            @Override
            public void visitEnum(String key, String descriptor, String value) {
                if (key.equals("wakes")) {
                    wake = value;
                }
            }

            @Override
            public AnnotationVisitor visitArray(String key) {
                List<String> into = key.equals("method") ? methods : params;
                into.clear();
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String ignored, Object value) {
                        into.add(internal((String) value));
                    }
                };
            }
        };
    }

    private static String called(String method) {
        int dot = method.lastIndexOf('.');
        return dot < 0 ? method : internal(method.substring(0, dot)) + method.substring(dot);
    }

    private static String internal(String binary) {
        return binary.equals("...") ? binary : binary.replace('.', '/');
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
        return type == null ? null : new AdviceMethod(this, access, method, Type.getMethodType(descriptor));
    }

    void check(List<String> complaints) {
        String me = name.replace('/', '.');
        if (methods.isEmpty() || type.isEmpty()) {
            complaints.add(me + ": @Hook needs a type and a method");
        }
        if (advice.isEmpty()) {
            complaints.add(me + ": has @Hook but no @Enter, @Exit or @Replace method");
        }
        if (!calls.isEmpty() && (calls.indexOf('.') < 0 || advice.size() != 1 || !advice.get(0).standsInForCalled())) {
            complaints.add(me + ": calls takes a type and a method, and @Replace(0) with @Arg(0) alone");
        }
        if (!name.endsWith("Hook")) {
            complaints.add(me + ": the name of a hook ends in Hook");
        }
        Set<String> seen = new HashSet<>();
        for (AdviceMethod a : advice) {
            if (!seen.add(a.kind + a.arg)) {
                complaints.add(me + '.' + a.name + ": a second @" + a.kind + " for the same thing; a hook has one");
            }
            a.check(me + '.' + a.name, methods.contains("<init>"), complaints);
        }
    }

    void write(StringBuilder out) {
        out.append("hook\t").append(name).append('\t').append(type).append('\t').append(subtypes);
        out.append('\t').append(String.join(",", methods)).append('\t').append(String.join(",", params));
        out.append('\t').append(returns).append('\t').append(wake).append('\t').append(library.text("name"));
        out.append('\t').append(calls).append('\n');
        for (AdviceMethod a : advice) {
            out.append("advice\t").append(a.kind).append('\t').append(a.name).append('\t');
            out.append(a.type.getDescriptor()).append('\t').append(a.arg).append('\t');
            out.append(String.join(",", a.bindings)).append('\n');
        }
    }
}
