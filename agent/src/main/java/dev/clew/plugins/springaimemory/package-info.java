/**
 * Spring AI's memories of conversations. Read, written and cleared on whatever thread an advisor works; what a repository does
 * below is part of it, and seen by itself where an application uses it so. A window that is full says what it let go.
 */
@Library(name = "spring-ai-memory", coordinates = "org.springframework.ai:spring-ai-model", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springaimemory;

import dev.clew.hook.Library;
