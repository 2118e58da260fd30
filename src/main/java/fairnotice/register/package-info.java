/** Published lists of sub-processors, their notice policies and their immutable versions. */
@ApplicationModule(allowedDependencies = {"sql", "refusal", "timekeeping", "calendar", "ledger", "access"})
package fairnotice.register;

import org.springframework.modulith.ApplicationModule;
