/**
 * What several plugins need for work that goes on after the method that began it has returned: results whose subscriptions are
 * traced, and tasks and subscribers that carry the context. The only plugin package that others may use; it hooks nothing.
 * Each class that names a type of a library is touched only where an object of that library is at hand.
 */
package dev.clew.plugins.async;
