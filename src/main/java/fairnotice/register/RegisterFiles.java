package fairnotice.register;

import java.util.List;

/** The register files of this installation, read and checked. */
public interface RegisterFiles {

    List<RegisterFile> all();
}
