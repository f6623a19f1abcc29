/** Jetty's HTTP client, of any HTTP version. Only requests that look like model calls are looked into; see RATIONALE.md. */
@Library(name = "jetty-client", coordinates = "org.eclipse.jetty:jetty-client", versions = "[12.0.16,12.1.13]")
package dev.clew.plugins.jetty;

import dev.clew.hook.Library;
