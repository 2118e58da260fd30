/** What a monitor reads: whether something is stuck, and figures (decision record 40). */
@ApplicationModule(allowedDependencies = {"access", "mail", "inbox", "limit", "web"})
package fairnotice.web.monitor;

import org.springframework.modulith.ApplicationModule;
