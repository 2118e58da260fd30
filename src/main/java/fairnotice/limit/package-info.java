/** How often strangers may cause something: counted by who asks, whom it reaches, and in all, for all nodes together. */
@ApplicationModule(allowedDependencies = "refusal")
package fairnotice.limit;

import org.springframework.modulith.ApplicationModule;
