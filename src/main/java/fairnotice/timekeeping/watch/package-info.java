/** Keeps comparing, and tells monitors. */
package fairnotice.timekeeping.watch;
