/**
 * {@code java.net.HttpURLConnection} as the JDK implements it, with and without TLS: what many clients fall back to. Only
 * requests that look like model calls are touched; see RATIONALE.md.
 */
@Library(name = "HttpURLConnection", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.urlconnection;

import dev.clew.hook.Library;
