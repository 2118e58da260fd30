/** Objections: their pages and tasks, and recording one received outside the portal. */
package fairnotice.web.workspace.objection;
