/**
 * RxJava 3: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. {@code RxJavaPlugins} stays the application's own, locked down or not, see RATIONALE.md.
 */
@Library(
        name = "rxjava3",
        kind = Kind.HAND_OVER,
        coordinates = "io.reactivex.rxjava3:rxjava",
        versions = {"${rxjava3.oldest.version}", "${rxjava3.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Subscriptions and schedulers, with RxJavaPlugins locked down or not.",
        missing = "RxJava 2. What is current at assembly: a chain works for who subscribes to it.")
package dev.clew.plugins.rxjava3;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
