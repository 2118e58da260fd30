/** Whether this node can serve pages now: its database answers, and takes what is written. */
@ApplicationModule(allowedDependencies = {})
package fairnotice.readiness;

import org.springframework.modulith.ApplicationModule;
