package dev.clew.plugins.langchain4jagenticolder;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.WorkflowRun;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** A sequence, loop, parallel, conditional or supervised group of agents, up to 1.8. */
@Hook(
        type = "dev.langchain4j.agentic.internal.AbstractAgentInvocationHandler",
        method = "executeAgentMethod",
        params = {"*", "*", "java.lang.reflect.Method", "*"},
        owns = Layer.WORKFLOW)
final class WorkflowHook {
    private WorkflowHook() {}

    @Enter
    static WorkflowRun enter(@This Object handler, @Arg(2) Method method, @Arg(3) Object[] args) {
        WorkflowRun run = WorkflowRun.start(name(handler, method.getDeclaringClass()));
        run.input(Values.ofCall(method, args));
        Values.took(run, args);
        return run;
    }

    /** As it calls itself, since 1.5; else as the interface that the application has for it. */
    private static String name(Object handler, Class<?> type) {
        try {
            Field name = handler.getClass().getSuperclass().getDeclaredField("name");
            name.setAccessible(true);
            return (String) name.get(handler);
        } catch (ReflectiveOperationException | RuntimeException older) {
            return type.getName().startsWith("dev.langchain4j.") ? null : type.getSimpleName();
        }
    }

    @Exit
    static void exit(@Entered WorkflowRun run, @Returned Object returned, @Threw Throwable error) {
        if (run == null) {
            return;
        }
        Object result = returned instanceof ResultWithAgenticScope<?> both ? both.result() : returned;
        run.output(Values.answer(result));
        run.gave(result);
        run.returned(Values.cause(error));
    }
}
