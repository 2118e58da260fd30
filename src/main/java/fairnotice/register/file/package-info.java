/** Register files: YAML, read strictly. */
package fairnotice.register.file;
