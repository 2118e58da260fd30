package fairnotice.embedded;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Permissions for what nobody but the user who runs us may read; given at creation, so that there is no moment without them. */
final class OwnerOnly {

    static final FileAttribute<Set<PosixFilePermission>> FOLDER = attribute("rwx------");
    static final FileAttribute<Set<PosixFilePermission>> FILE = attribute("rw-------");

    private OwnerOnly() {}

    private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
