package dev.clew.plugins.springaialibabastore;

import com.alibaba.cloud.ai.graph.store.StoreSearchRequest;
import com.alibaba.cloud.ai.graph.store.StoreSearchResult;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;

/** Something is looked for. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.store.Store",
        subtypes = true,
        method = "searchItems",
        params = "com.alibaba.cloud.ai.graph.store.StoreSearchRequest")
final class SearchHook {
    private SearchHook() {}

    @Enter
    static MemoryAccess enter(@This Object store, @Arg(0) StoreSearchRequest request) {
        return request == null ? null : Items.begin(MemoryAccess.Kind.SEARCH, store, request.getNamespace());
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Returned StoreSearchResult found, @Threw Throwable error) {
        if (access != null) {
            if (found != null && found.getItems() != null) {
                access.read(Items.of(found.getItems()));
            }
            access.close(error);
        }
    }
}
