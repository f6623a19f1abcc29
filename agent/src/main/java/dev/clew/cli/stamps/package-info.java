/** Each agent's revisions over time, for a terminal and for programs. */
package dev.clew.cli.stamps;
