/**
 * LangChain4j's client of MCP servers: the tool that an agent runs says where it is run. A tool that an application calls
 * through the client by itself is a tool call of its own.
 */
@Library(
        name = "langchain4j-mcp",
        kind = Kind.FRAMEWORK,
        coordinates = "dev.langchain4j:langchain4j-mcp",
        versions = {"${langchain4j-mcp.oldest.version}", "${langchain4j-mcp.newest.version}"},
        operations = {Operation.TOOL},
        covers = "The tool that an agent runs says which MCP server runs it; a tool that the application calls "
                + "through the client is a tool call of its own.",
        missing = "Listing of tools, resources and prompts. The trace does not go on in the server's process, "
                + "unless HTTP carries it.")
package dev.clew.plugins.langchain4jmcp;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
