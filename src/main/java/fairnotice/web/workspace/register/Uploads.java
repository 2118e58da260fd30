package fairnotice.web.workspace.register;

import fairnotice.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/** A list or a register as a file; nothing is read into memory that is too large to be taken anyway. */
final class Uploads {

    private static final int MEGABYTES = 2;
    private static final int LONGEST_NAME = 80;

    private Uploads() {}

    /** @throws Refused on that field where no file was chosen, or one that is too large */
    static byte[] content(String field, MultipartFile file) {
        if (!isChosen(file)) {
            throw Refused.invalid(field, "refused.list.file");
        }
        if (file.getSize() > (long) MEGABYTES << 20) {
            throw Refused.invalid(field, "refused.list.too-large", MEGABYTES);
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isChosen(MultipartFile file) {
        return file != null && !file.isEmpty();
    }

    /** As a complaint calls it. */
    static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
