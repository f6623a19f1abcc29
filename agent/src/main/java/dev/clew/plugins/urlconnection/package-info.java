/**
 * {@code java.net.HttpURLConnection} as the JDK implements it, with and without TLS: what many clients fall back to. Only
 * requests that look like model calls are touched; see RATIONALE.md.
 */
@Library(
        name = "HttpURLConnection",
        kind = Kind.HTTP_CLIENT,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "java.net.HttpURLConnection as the JDK implements it, with and without TLS. With it Spring's "
                + "RestClient and RestTemplate (${spring-6.version}, ${spring.newest.version}).",
        missing = "Implementations of other vendors.")
package dev.clew.plugins.urlconnection;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
