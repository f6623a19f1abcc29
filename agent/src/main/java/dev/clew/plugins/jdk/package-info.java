/**
 * Hand-over of the context between threads, in the classes of the JDK through which work changes threads.
 *
 * <p>The work itself is wrapped where it is handed over, and only while something is traced: no fields, no tables, nothing left
 * behind when a task is dropped. See RATIONALE.md for what is wrapped and what is left alone.
 */
@Library(name = "jdk", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.jdk;

import dev.clew.hook.Library;
