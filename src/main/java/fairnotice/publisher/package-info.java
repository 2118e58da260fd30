/** Who runs this installation: its name, logo and colour, where its imprint stands, and under which address people outside reach it. */
@ApplicationModule(allowedDependencies = {"sql", "refusal", "ledger", "access"})
package fairnotice.publisher;

import org.springframework.modulith.ApplicationModule;
