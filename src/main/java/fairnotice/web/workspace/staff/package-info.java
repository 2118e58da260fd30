/** The accounts of the staff, and what waits of them for another administrator. */
package fairnotice.web.workspace.staff;
