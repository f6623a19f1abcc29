/**
 * Spring AI's ChatClient: the agent that it makes of a model. It has no name, so its agents have none. What makes an object of the
 * answer is a part of the agent's work.
 */
@Library(name = "spring-ai-client", coordinates = "org.springframework.ai:spring-ai-client-chat", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springaiclient;

import dev.clew.hook.Library;
