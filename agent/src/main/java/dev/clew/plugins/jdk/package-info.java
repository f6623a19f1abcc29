/**
 * Hand-over of the context in the JDK's thread pools and timers. What nobody can see is wrapped where it is handed over; what the
 * application can look at stays what it is, and its context waits beside it. See RATIONALE.md.
 */
@Library(name = "jdk", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.jdk;

import dev.clew.hook.Library;
