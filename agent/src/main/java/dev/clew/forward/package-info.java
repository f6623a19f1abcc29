/** Objects of ours that stand before objects of the application's, where a library calls back. */
package dev.clew.forward;
