package dev.clew.plugins.springaialibabastore;

import com.alibaba.cloud.ai.graph.store.StoreItem;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;

/** Something is kept, instead of what was kept under that key before. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.store.Store",
        subtypes = true,
        method = "putItem",
        params = "com.alibaba.cloud.ai.graph.store.StoreItem")
final class PutHook {
    private PutHook() {}

    @Enter
    static MemoryAccess enter(@This Object store, @Arg(0) StoreItem item) {
        MemoryAccess access = item == null ? null : Items.begin(MemoryAccess.Kind.UPSERT, store, item.getNamespace());
        if (access != null) {
            access.written(Items.of(List.of(item)));
        }
        return access;
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}
