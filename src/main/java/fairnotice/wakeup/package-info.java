/** Waking those that wait for work, on whichever node it was written down; a reason to look at once, and never the only one. */
@ApplicationModule(allowedDependencies = "worker")
package fairnotice.wakeup;

import org.springframework.modulith.ApplicationModule;
