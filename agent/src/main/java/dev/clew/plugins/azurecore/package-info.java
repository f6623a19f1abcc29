/**
 * Azure's SDKs: the pipeline that every request of theirs passes, and that tries again where a request failed. A request that
 * looks like a model call owns what the HTTP client below does for it: each try is an attempt of the one call.
 */
@Library(name = "azure-core", coordinates = "com.azure:azure-core", versions = "[1.45.1,1.55.3]")
package dev.clew.plugins.azurecore;

import dev.clew.hook.Library;
