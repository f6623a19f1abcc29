/**
 * Hand-over of the context in the JDK's thread pools and timers. What nobody can see is wrapped where it is handed over; what the
 * application can look at stays what it is, and its context waits beside it. See RATIONALE.md.
 */
@Library(
        name = "jdk",
        kind = Kind.HAND_OVER,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.HAND_OVER},
        covers = "Thread pools and scheduled pools, subclasses and queues of the application's own included; "
                + "timers.",
        missing = "Periodic tasks, which belong to nobody. A FutureTask belongs to where it was made, not to where "
                + "it was executed.")
package dev.clew.plugins.jdk;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
