/** What commands print with: the terminal, its columns and colours, and how times, counts and texts read. */
package dev.clew.cli.screen;
