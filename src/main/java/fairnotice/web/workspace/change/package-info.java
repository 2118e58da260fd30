/** Changes: proposing one, its page and tasks, and what can be done with it. */
package fairnotice.web.workspace.change;
