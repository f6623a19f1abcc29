/** Spring AI's types in Clew's words, for all plugins of that library. It hooks nothing, and is theirs alone. */
package dev.clew.plugins.springaitypes;
