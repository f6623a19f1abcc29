/**
 * LangChain4j's client of MCP servers: the tool that an agent runs says where it is run. A tool that an application calls
 * through the client by itself is a tool call of its own.
 */
@Library(
        name = "langchain4j-mcp",
        coordinates = "dev.langchain4j:langchain4j-mcp",
        versions = "[1.10.0-beta18,1.18.1-beta28]")
package dev.clew.plugins.langchain4jmcp;

import dev.clew.hook.Library;
