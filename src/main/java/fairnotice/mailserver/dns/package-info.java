/** Asks DNS, through the resolvers of this machine, what it says of senders. */
package fairnotice.mailserver.dns;
