/** Two traces side by side, and what two stamps stand for. */
package dev.clew.cli.diff;
