/** Threads that go on whatever fails in them, and what they have set aside to go on. */
@ApplicationModule(allowedDependencies = {})
package fairnotice.worker;

import org.springframework.modulith.ApplicationModule;
