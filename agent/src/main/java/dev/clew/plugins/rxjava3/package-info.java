/**
 * RxJava 3: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. {@code RxJavaPlugins} stays the application's own, locked down or not, see RATIONALE.md.
 */
@Library(name = "rxjava3", coordinates = "io.reactivex.rxjava3:rxjava", versions = "[3.0.0,3.1.12]")
package dev.clew.plugins.rxjava3;

import dev.clew.hook.Library;
