/**
 * The JDK's own HTTP client, which most Java clients of models are built on. Only requests that look like model calls are
 * touched; see RATIONALE.md.
 */
@Library(name = "java.net.http", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Library;
