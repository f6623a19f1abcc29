/**
 * Reactor: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. No global hook of Reactor's is installed and nothing is put into its Context, see RATIONALE.md.
 */
@Library(
        name = "reactor",
        kind = Kind.HAND_OVER,
        coordinates = "io.projectreactor:reactor-core",
        versions = {"${reactor.version}", "${reactor.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Subscriptions of Flux and Mono, on any scheduler and after a network hop; no hook and no key in "
                + "the Context.",
        missing = "What is current at assembly: a chain works for who subscribes to it.")
package dev.clew.plugins.reactor;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
