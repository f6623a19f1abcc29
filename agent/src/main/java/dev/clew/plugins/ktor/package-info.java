/**
 * Ktor's client on its own engine, CIO. On other engines the hooks of what these stand on see the same calls. Only requests
 * that look like model calls are looked into; see RATIONALE.md.
 */
@Library(name = "ktor-client-cio", coordinates = "io.ktor:ktor-client-cio-jvm", versions = "[3.0.0,3.6.1]")
package dev.clew.plugins.ktor;

import dev.clew.hook.Library;
