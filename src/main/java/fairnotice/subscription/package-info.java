/** The public notification list: double opt-in, and leaving. */
@ApplicationModule(
        allowedDependencies = {"sql", "refusal", "limit", "calendar", "ledger", "access", "register", "customer", "mail"
        })
package fairnotice.subscription;

import org.springframework.modulith.ApplicationModule;
