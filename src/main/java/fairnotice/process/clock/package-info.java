/** What the demo may see of the engine: its clock. */
@NamedInterface("clock")
package fairnotice.process.clock;

import org.springframework.modulith.NamedInterface;
