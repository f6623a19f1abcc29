/**
 * Anthropic's own SDK. It speaks HTTP through OkHttp or a client of the application's; what is said over HTTP is read there. This says
 * which tries belong to one call.
 */
@Library(name = "anthropic-java", coordinates = "com.anthropic:anthropic-java", versions = "[1.0.0,3.11.0]")
package dev.clew.plugins.anthropicsdk;

import dev.clew.hook.Library;
