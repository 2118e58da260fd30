/** How requests come in: how many are worked on at once, and how long a slow client is waited for (decision record 14). */
@ApplicationModule(allowedDependencies = {"refusal", "web"})
package fairnotice.web.connection;

import org.springframework.modulith.ApplicationModule;
