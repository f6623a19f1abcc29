/**
 * Mutiny: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. Its interceptors and decorators stay the application's own.
 */
@Library(
        name = "mutiny",
        kind = Kind.HAND_OVER,
        coordinates = "io.smallrye.reactive:mutiny",
        versions = {"${mutiny.version}", "${mutiny.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Subscriptions of Uni and Multi, on any executor.",
        missing = "Mutiny 1. What is current at assembly: a pipeline works for who subscribes to it.")
package dev.clew.plugins.mutiny;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
