/** Terminations with their refunds, and the tasks about them. */
package fairnotice.web.workspace.termination;
