/**
 * What stands between a ChatClient and its model: advisors, in the order in which they are asked. Each is an event of the agent that it
 * advises, with what it changed; one that answers instead of the model says so. A guard's verdict is an event of its own.
 */
@Library(name = "spring-ai-advisors", coordinates = "org.springframework.ai:spring-ai-client-chat", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springaiadvisors;

import dev.clew.hook.Library;
