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
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-graph-core",
        versions = "[1.1.0.0,1.1.2.2]")
package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Library;
