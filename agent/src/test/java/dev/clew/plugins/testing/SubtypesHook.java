package dev.clew.plugins.testing;

import dev.clew.hook.*;
import dev.clew.weave.Seen;

@Hook(type = "dev.clew.weave.Target$Shape", subtypes = true, method = "area")
final class SubtypesHook {
    private SubtypesHook() {}

    @Exit
    static void exit(@This Object self, @Returned Object area) {
        Seen.line(self.getClass().getSimpleName() + " " + area);
    }
}
