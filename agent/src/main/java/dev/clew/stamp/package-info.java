/** Which version of what ran: texts and classes by the hash of what they say, the same on every machine. */
package dev.clew.stamp;
