/** Whether this node's clock may be trusted with legal time: it is compared with the database's, which all nodes share. */
@ApplicationModule(allowedDependencies = {"refusal", "worker"})
package fairnotice.timekeeping;

import org.springframework.modulith.ApplicationModule;
