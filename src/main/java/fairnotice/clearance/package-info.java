/** Clearance: may this vendor process this customer's data now, and why. Reads what the lower floors keep and changes nothing. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "calendar",
            "access",
            "register",
            "customer",
            "change",
            "notice",
            "objection",
            "termination"
        })
package fairnotice.clearance;

import org.springframework.modulith.ApplicationModule;
