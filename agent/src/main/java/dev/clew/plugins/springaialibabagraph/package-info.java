/**
 * Spring AI Alibaba's graphs, and the agents that are made of them: each run of a graph is one subscription, from which all else
 * follows. The run of a graph that an agent compiled is that agent; a flow of agents and a graph of the application's own are
 * workflows. The nodes of the application's own graphs are steps; those of an agent's are its own affair, and what they do is
 * seen by other hooks.
 *
 * <p>A node is a span from its action to the moment in which the graph goes on, streams included. What its members share is told
 * as events of whoever reads or writes it, and edges that decide as events of the run.
 */
@Library(
        name = "spring-ai-alibaba-graph",
        kind = Kind.FRAMEWORK,
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-graph-core",
        versions = {"${spring-ai-alibaba.version}", "${spring-ai-alibaba.middle.version}", "${spring-ai-alibaba.newest.version}"},
        operations = {Operation.AGENT, Operation.WORKFLOW},
        covers = "ReactAgent, called or streamed; sequential, parallel, loop, routing and supervisor agents, and agents as tools; graphs of "
                + "the application's own with their nodes, conditional edges and parallel nodes; decisions with a link to who decided, "
                + "reads and writes of the shared state, people who are asked and what they answered.",
        missing = "Checkpoints as accesses of a memory, reads through state.data(), a link from a resumed run to the one that was "
                + "interrupted (both say the conversation's id).")
package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
