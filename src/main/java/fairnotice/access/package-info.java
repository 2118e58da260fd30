/** Who acts: staff, roles and the signed links that customers follow. */
@ApplicationModule(allowedDependencies = {"sql", "refusal", "limit", "calendar", "ledger"})
package fairnotice.access;

import org.springframework.modulith.ApplicationModule;
