/** Statements as PDF. */
package fairnotice.termination.pdf;
