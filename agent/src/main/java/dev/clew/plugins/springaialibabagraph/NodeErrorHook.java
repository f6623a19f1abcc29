package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;

/** A run says how far it is, whether anybody listens or not; here that a node's future has failed. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.GraphRunnerContext",
        method = "doListeners",
        params = {"java.lang.String", "java.lang.Exception"})
final class NodeErrorHook {
    private NodeErrorHook() {}

    @Enter
    static Object enter(@This GraphRunnerContext context, @Arg(0) String scene, @Arg(1) Exception error) {
        Walk walk = error != null && "__ERROR__".equals(scene) ? Walk.of(context) : null;
        if (walk != null) {
            boolean isWrapped = error.getClass() == Exception.class && error.getCause() != null;
            walk.failed(isWrapped ? error.getCause() : error);
        }
        return null;
    }
}
