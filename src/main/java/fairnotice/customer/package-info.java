/** Who signed, who is written to, what was bought and what was negotiated. */
@ApplicationModule(allowedDependencies = {"sql", "refusal", "calendar", "ledger", "access"})
package fairnotice.customer;

import org.springframework.modulith.ApplicationModule;
