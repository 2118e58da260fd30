/** Reads delivery reports from the mailbox that bounces and answers come to. */
package fairnotice.mail.inbound;
