/** The mail servers, test mails and what DNS says of senders. */
package fairnotice.web.workspace.mailserver;
