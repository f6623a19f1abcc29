/**
 * Spring AI's tools, whoever runs them: the library for a model, or the application. A tool does not know for which of the
 * model's calls it runs; its manager does, and runs them one after the other on its own thread.
 */
@Library(
        name = "spring-ai-tools",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-model",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.TOOL},
        covers = "Tool callbacks (methods, functions, MCP with the server's name), with the id of the call that asked for them; names "
                + "that the model made up; tools that have the last word; tools that the application runs itself.",
        missing = "What else an MCP client asks its server for.")
package dev.clew.plugins.springaitools;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
