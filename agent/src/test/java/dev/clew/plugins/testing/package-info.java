/** Hooks for the tests of weaving itself. */
@Library(
        name = "testing",
        kind = Kind.FRAMEWORK,
        coordinates = "jdk",
        versions = "17",
        operations = Operation.TOOL,
        covers = "what a test weaves",
        missing = "everything else")
package dev.clew.plugins.testing;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
