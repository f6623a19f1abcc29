package dev.clew.plugins.testing;

import dev.clew.hook.*;

/** Wants a third argument that the method does not have. */
@Hook(type = "dev.clew.weave.Target", method = "misfit")
final class MisfitHook {
    private MisfitHook() {}

    @Enter
    static Object enter(@Arg(2) Object third) {
        return third;
    }
}
