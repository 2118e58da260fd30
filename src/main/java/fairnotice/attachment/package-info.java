/** Files that somebody hands in: which are taken, under what name, and what they are by their content. */
@ApplicationModule(allowedDependencies = {"refusal"})
package fairnotice.attachment;

import org.springframework.modulith.ApplicationModule;
