/**
 * Azure's SDKs: the pipeline that every request of theirs passes, and that tries again where a request failed. A request that
 * looks like a model call owns what the HTTP client below does for it: each try is an attempt of the one call.
 */
@Library(
        name = "azure-core",
        kind = Kind.SDK,
        coordinates = "com.azure:azure-ai-openai",
        versions = {"${azure-openai.oldest.version}", "${azure-openai.newest.version}"},
        operations = {Operation.TRIES},
        covers = "Azure's SDKs on azure-core, of which azure-ai-openai is tested: a call is one span, and each try "
                + "an attempt below it.",
        missing = "What Azure's SDKs ask other services than models.")
package dev.clew.plugins.azurecore;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
