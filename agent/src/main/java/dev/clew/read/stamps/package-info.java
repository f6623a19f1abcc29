/** Which version of what ran: the texts behind stamps, and each agent's revisions over time. */
package dev.clew.read.stamps;
