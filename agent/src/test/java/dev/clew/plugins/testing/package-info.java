/** Hooks for the tests of weaving itself. */
@Library(name = "testing", coordinates = "none", versions = "[1]")
package dev.clew.plugins.testing;

import dev.clew.hook.Library;
