/**
 * Mutiny: whatever thread a signal comes on, what the application does with it is done for the work that was current when it
 * subscribed. Its interceptors and decorators stay the application's own.
 */
@Library(name = "mutiny", coordinates = "io.smallrye.reactive:mutiny", versions = "[2.0.0,3.3.0]")
package dev.clew.plugins.mutiny;

import dev.clew.hook.Library;
