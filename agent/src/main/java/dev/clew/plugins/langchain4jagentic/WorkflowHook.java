package dev.clew.plugins.langchain4jagentic;

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
import dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import java.lang.reflect.Method;

/** A sequence, loop, parallel, conditional, supervised or self-planned group of agents. */
@Hook(
        type = "dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler",
        method = "executeAgentMethod",
        params = {"*", "java.lang.reflect.Method", "*"},
        owns = Layer.WORKFLOW)
final class WorkflowHook {
    private WorkflowHook() {}

    @Enter
    static WorkflowRun enter(@This PlannerBasedInvocationHandler workflow, @Arg(1) Method method, @Arg(2) Object[] args) {
        WorkflowRun run = WorkflowRun.start(workflow.name());
        Chosen.begins(run, workflow.name());
        run.input(Values.ofCall(method, args));
        Values.took(run, args);
        return run;
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
