package dev.clew.plugins.springaitypes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.springframework.ai.chat.metadata.Usage;

/** Tokens that came from, or went into, a provider's cache: Spring AI tells since 2.0. */
final class CacheTokens {
    private static final MethodHandle READ = method("getCacheReadInputTokens");
    private static final MethodHandle WRITTEN = method("getCacheWriteInputTokens");

    private CacheTokens() {}

    private static MethodHandle method(String name) {
        try {
            return MethodHandles.lookup().findVirtual(Usage.class, name, MethodType.methodType(Long.class));
        } catch (ReflectiveOperationException older) {
            return null;
        }
    }

    /** Whether this is a version that tells. */
    static boolean areTold() {
        return READ != null;
    }

    static Long read(Usage usage) {
        return ask(READ, usage);
    }

    static Long written(Usage usage) {
        return ask(WRITTEN, usage);
    }

    private static Long ask(MethodHandle method, Usage usage) {
        try {
            return method == null ? null : (Long) method.invoke(usage);
        } catch (Throwable theApplicationsOwn) {
            return null;
        }
    }

    /** Whether this provider counts them apart from its input tokens; the conventions want the sum. */
    static boolean areApart(String provider) {
        return "anthropic".equals(provider);
    }

    /** Null where the sum can't be known from here: the wire has it. */
    static Long sum(Long input, Long read, Long written) {
        if (input == null || READ == null) {
            return null;
        }
        return input + (read == null ? 0 : read) + (written == null ? 0 : written);
    }
}
