/** The commands of the one jar, a class each. A new one is a class and its name in {@link dev.clew.cli.Cli}. */
package dev.clew.cli;
