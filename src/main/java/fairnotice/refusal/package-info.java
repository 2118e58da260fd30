/** How a request is refused: with a sentence a person can act on, beside the field it is about. */
@ApplicationModule(allowedDependencies = {})
package fairnotice.refusal;

import org.springframework.modulith.ApplicationModule;
