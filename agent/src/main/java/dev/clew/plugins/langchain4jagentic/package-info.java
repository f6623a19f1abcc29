/**
 * LangChain4j's agentic module: workflows, and the agents that they invoke. A workflow inside a workflow arrives as an agent
 * first and is one span all the same; an agent that is an AiService is adopted by that library's hooks.
 */
@Library(
        name = "langchain4j-agentic",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-agentic",
        versions = {"${langchain4j-agentic.middle.version}", "${langchain4j-agentic.version}"},
        operations = {Operation.WORKFLOW, Operation.AGENT},
        covers = "Sequence, parallel, loop, conditional, supervisor and nested workflows; the agents they invoke, "
                + "of a model, of plain code, streamed or asynchronous; the planner's decisions, and why a model chose an agent; reads and writes "
                + "of the shared state, agents that are tried again, error handlers, human in the loop; declared or "
                + "built; A2A agents (${langchain4j-agentic-a2a.version}).",
        missing = "A remote A2A agent is an agent and its HTTP request, without its card or "
                + "task id.")
package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
