package dev.clew.plugins.apachehttp4;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;

/** A response can be closed without a word to its body. */
@Hook(
        type = "org.apache.http.impl.execchain.HttpResponseProxy",
        method = "close",
        wakes = Wake.NOTHING)
final class CloseHook {
    private CloseHook() {}

    @Enter
    static Object enter(@This HttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity instanceof ResponseTee) {
            ((ResponseTee) entity).closed();
        }
        return null;
    }
}
