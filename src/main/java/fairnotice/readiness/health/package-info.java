/** Tells monitors. */
package fairnotice.readiness.health;
