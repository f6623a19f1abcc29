/** Two texts side by side, word by word. */
package dev.clew.cli.text;
