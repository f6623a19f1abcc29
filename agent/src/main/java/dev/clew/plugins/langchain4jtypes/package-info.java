/** LangChain4j's types in Clew's words, and what its plugins have in common, Quarkus' included. It hooks nothing, and is theirs alone. */
package dev.clew.plugins.langchain4jtypes;
