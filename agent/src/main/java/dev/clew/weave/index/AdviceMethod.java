package dev.clew.weave.index;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method of a hook class; becomes one of the hook's advice if it is annotated as such. */
final class AdviceMethod extends MethodVisitor {
    private final HookClass hook;
    private final int access;
    final String name;
    final Type type;
    final String[] bound;
    String kind;
    int arg = -1;
    List<String> bindings;

    AdviceMethod(HookClass hook, int access, String name, Type type) {
        super(Opcodes.ASM9);
        this.hook = hook;
        this.access = access;
        this.name = name;
        this.type = type;
        this.bound = new String[type.getArgumentCount()];
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        switch (descriptor) {
            case "Ldev/clew/hook/Enter;" -> kind = "ENTER";
            case "Ldev/clew/hook/Exit;" -> kind = "EXIT";
            case "Ldev/clew/hook/ReplaceReturned;" -> kind = "REPLACE_RETURNED";
            case "Ldev/clew/hook/Replace;" -> {
                kind = "REPLACE";
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String key, Object value) {
                        arg = (Integer) value;
                    }
                };
            }
            default -> {}
        }
        return null;
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        switch (descriptor) {
            case "Ldev/clew/hook/This;" -> bound[parameter] = "this";
            case "Ldev/clew/hook/Entered;" -> bound[parameter] = "entered";
            case "Ldev/clew/hook/Returned;" -> bound[parameter] = "returned";
            case "Ldev/clew/hook/Threw;" -> bound[parameter] = "threw";
            case "Ldev/clew/hook/Arg;" -> {
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public void visit(String key, Object value) {
                        bound[parameter] = "arg:" + value;
                    }
                };
            }
            default -> {}
        }
        return null;
    }

    @Override
    public void visitEnd() {
        if (kind != null) {
            bindings = Arrays.asList(bound);
            hook.advice.add(this);
        }
    }

    boolean standsInForCalled() {
        return kind.equals("REPLACE") && arg == 0 && bindings.equals(List.of("arg:0"));
    }

    void check(String me, boolean constructor, List<String> complaints) {
        if ((access & Opcodes.ACC_STATIC) == 0 || (access & Opcodes.ACC_PRIVATE) != 0) {
            complaints.add(me + ": advice is static and not private");
        }
        boolean refers = type.getReturnType().getSort() >= Type.ARRAY;
        if (kind.equals("EXIT") ? type.getReturnType() != Type.VOID_TYPE : !refers) {
            complaints.add(me + ": @Exit answers void, all other advice an object");
        }
        if (constructor && !kind.equals("REPLACE")) {
            complaints.add(me + ": a constructor takes @Replace alone");
        }
        for (int i = 0; i < bound.length; i++) {
            String b = bound[i];
            if (b == null) {
                complaints.add(me + ": parameter " + i + " needs one of @This, @Arg, @Entered, @Returned, @Threw");
            } else if (constructor && (b.equals("this") || b.equals("entered"))) {
                complaints.add(me + ": @" + b + " does not exist before a constructor has run");
            } else if (b.equals("entered") && kind.equals("ENTER")) {
                complaints.add(me + ": @Entered is what this very method answers");
            } else if (b.equals("returned") && !kind.equals("EXIT") && !kind.equals("REPLACE_RETURNED")) {
                complaints.add(me + ": @Returned is known only in @Exit and @ReplaceReturned");
            } else if (b.equals("threw") && !kind.equals("EXIT")) {
                complaints.add(me + ": @Threw is known only in @Exit");
            } else if (b.equals("threw") && !type.getArgumentTypes()[i].getInternalName().equals("java/lang/Throwable")) {
                complaints.add(me + ": @Threw is a Throwable");
            } else if (!b.startsWith("arg:") && type.getArgumentTypes()[i].getSort() < Type.ARRAY) {
                complaints.add(me + ": @" + b + " is an object");
            }
        }
    }
}
