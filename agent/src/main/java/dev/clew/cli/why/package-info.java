/** What led to a span: who asked, what fed it, what it read, why it was chosen, which versions ran. */
package dev.clew.cli.why;
