/**
 * The JDK's own HTTP client, which most Java clients of models are built on. Only requests that look like model calls are
 * touched; see RATIONALE.md.
 */
@Library(
        name = "java.net.http",
        kind = Kind.HTTP_CLIENT,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "java.net.http.HttpClient, send and sendAsync, every body handler. With it ollama4j "
                + "(${ollama4j.oldest.version}, ${ollama4j.version}), and Spring's RestClient and RestTemplate (${spring-6.version}, "
                + "${spring.newest.version}).",
        missing = "Web sockets, hence OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
