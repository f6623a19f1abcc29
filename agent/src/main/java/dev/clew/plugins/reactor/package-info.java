/**
 * Reactor: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. No global hook of Reactor's is installed and nothing is put into its Context, see RATIONALE.md.
 */
@Library(name = "reactor", coordinates = "io.projectreactor:reactor-core", versions = "[3.4.0,3.8.8]")
package dev.clew.plugins.reactor;

import dev.clew.hook.Library;
