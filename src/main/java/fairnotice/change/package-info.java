/** A vendor change and its life from proposal to publication. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "calendar",
            "ledger",
            "access",
            "register",
            "customer",
            "mailserver",
            "mail"
        })
package fairnotice.change;

import org.springframework.modulith.ApplicationModule;
