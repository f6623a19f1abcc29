/**
 * Spring AI's tools, whoever runs them: the library for a model, or the application. A tool does not know for which of the
 * model's calls it runs; its manager does, and runs them one after the other on its own thread.
 */
@Library(name = "spring-ai-tools", coordinates = "org.springframework.ai:spring-ai-model", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springaitools;

import dev.clew.hook.Library;
