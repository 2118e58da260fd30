/** The own account of a member of staff: password, sessions, and whatever else proves who they are. */
package fairnotice.web.workspace.account;
