/** The subscription tables. */
package fairnotice.subscription.jdbc;
