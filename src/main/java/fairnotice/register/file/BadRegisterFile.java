package fairnotice.register.file;

/** A register file that cannot be used; the message is one sentence that names the file and the field. */
class BadRegisterFile extends RuntimeException {

    BadRegisterFile(String file, String path, String complaint) {
        super("The register file " + file + " cannot be used: " + (path.isEmpty() ? "" : path + " ") + complaint
                + (complaint.endsWith(".") ? "" : "."));
    }
}
