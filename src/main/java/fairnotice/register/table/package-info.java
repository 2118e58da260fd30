/** Tables that were pasted or handed in: separators, quotes and character sets. */
package fairnotice.register.table;
