/** Spring AI's embedding models. */
@Library(name = "spring-ai-embeddings", coordinates = "org.springframework.ai:spring-ai-model", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springaiembeddings;

import dev.clew.hook.Library;
