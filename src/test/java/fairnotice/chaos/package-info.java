/** The whole product as processes of their own, with a database and a relay that misbehave. Started by {@code bin/chaos}. */
package fairnotice.chaos;
