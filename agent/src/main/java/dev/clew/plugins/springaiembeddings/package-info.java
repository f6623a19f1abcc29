/** Spring AI's embedding models. */
@Library(
        name = "spring-ai-embeddings",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-model",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.EMBEDDINGS},
        covers = "Embedding models, whichever of their methods is called, with tokens and dimensions.",
        missing = "A model whose embed(Document) does not come down to call(EmbeddingRequest).")
package dev.clew.plugins.springaiembeddings;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
