/** The customer tables. */
package fairnotice.customer.jdbc;
