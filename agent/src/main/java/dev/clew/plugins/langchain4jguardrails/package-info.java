/**
 * What LangChain4j lets through and what not: guardrails, since 1.4, and moderation. A verdict is an event of the agent that
 * it is about; a moderation is a model call besides.
 */
@Library(
        name = "langchain4j-guardrails",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-core",
        versions = {
            "${langchain4j.oldest.version}",
            "${langchain4j.tools.version}",
            "${langchain4j.agentic-middle.version}",
            "${langchain4j.version}",
            "${langchain4j.newest.version}"
        },
        operations = {Operation.GUARDRAIL, Operation.CHAT},
        covers = "Input and output guardrails: the verdict is an event of the agent, and what is asked again "
                + "because of it is a call of its own. Moderation models.",
        missing = "Guardrails that an application runs outside of an AiService come without an agent to belong to.")
package dev.clew.plugins.langchain4jguardrails;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
