/**
 * LangChain4j's agentic module before 1.10: agents are invoked in other words, and up to 1.8 each kind of workflow has a handler
 * of its own, none of which asks a planner.
 */
@Library(
        name = "langchain4j-agentic-older",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-agentic",
        versions = {"${langchain4j-agentic.oldest.version}"},
        operations = {Operation.WORKFLOW, Operation.AGENT},
        covers = "The agentic module before 1.10: sequence, parallel, loop, conditional and supervisor workflows and their agents.",
        missing = "Decisions of a planner, which this module does not have yet.")
package dev.clew.plugins.langchain4jagenticolder;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
