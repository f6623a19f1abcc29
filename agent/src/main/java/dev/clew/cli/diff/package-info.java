/** Two of a kind side by side: texts, traces, and what stamps stand for. */
package dev.clew.cli.diff;
