/** How what Java has a type for goes into PostgreSQL and comes out again, for every room that stores. */
@ApplicationModule(allowedDependencies = {})
package fairnotice.sql;

import org.springframework.modulith.ApplicationModule;
