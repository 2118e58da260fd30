/** How connections to mail servers are encrypted, and whose certificates are believed. */
package fairnotice.mail.tls;
