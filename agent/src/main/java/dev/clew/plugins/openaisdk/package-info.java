/**
 * OpenAI's own SDK. It speaks HTTP through OkHttp or a client of the application's; what is said over HTTP is read there. This says
 * which tries belong to one call.
 */
@Library(name = "openai-java", coordinates = "com.openai:openai-java", versions = "[2.0.0,4.100.0]")
package dev.clew.plugins.openaisdk;

import dev.clew.hook.Library;
