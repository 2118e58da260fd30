/** The append-only, hash-chained record of who did what, when. */
@ApplicationModule(allowedDependencies = {"sql", "refusal"})
package fairnotice.ledger;

import org.springframework.modulith.ApplicationModule;
