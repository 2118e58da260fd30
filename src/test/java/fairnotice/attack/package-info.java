/**
 * Attacks on a running copy of the demonstration, on loopback alone: each tries a door and says whether it stood open. Exit status 1 when one
 * did. Run by {@code bin/attack}.
 */
package fairnotice.attack;
