package dev.clew.plugins.springaialibabastore;

import com.alibaba.cloud.ai.graph.store.StoreItem;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;
import java.util.Optional;

/** Something is looked up by its key. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.store.Store",
        subtypes = true,
        method = "getItem",
        params = {"java.util.List", "java.lang.String"},
        returns = "java.util.Optional")
final class GetHook {
    private GetHook() {}

    @Enter
    static MemoryAccess enter(@This Object store, @Arg(0) List<String> namespace) {
        return Items.begin(MemoryAccess.Kind.SEARCH, store, namespace);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Returned Optional<StoreItem> found, @Threw Throwable error) {
        if (access != null) {
            if (found != null) {
                access.read(Items.of(found.map(List::of).orElse(List.of())));
            }
            access.close(error);
        }
    }
}
