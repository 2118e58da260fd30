/** Customers, and what was changed of them and waits for another administrator. */
package fairnotice.web.workspace.customer;
