package dev.clew.plugins.apachehttp5;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** A response can be closed without a word to its body. */
@Hook(
        type = "org.apache.hc.client5.http.impl.classic.CloseableHttpResponse",
        method = "close",
        wakes = Wake.NOTHING)
final class CloseHook {
    private CloseHook() {}

    @Enter
    static Object enter(@This CloseableHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity instanceof ResponseTee) {
            ((ResponseTee) entity).closed();
        }
        return null;
    }
}
