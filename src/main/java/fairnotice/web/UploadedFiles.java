package fairnotice.web;

import fairnotice.attachment.Attachment;
import fairnotice.attachment.AttachmentRules;
import fairnotice.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.web.multipart.MultipartFile;

/** Files as a form hands them in. */
public final class UploadedFiles {

    /** Files that one case keeps, so that a link cannot fill the database. */
    private static final int MOST_OF_A_CASE = 50;

    private UploadedFiles() {}

    /**
     * The files, taken by their content. Nothing is read into memory that is too large to be taken anyway.
     *
     * @param files null when the form has no such field
     * @param kept how many files the case has already; asked only when there are files
     * @throws Refused on the field of {@link AttachmentRules}, naming every problem
     */
    public static List<Attachment> accepted(List<MultipartFile> files, IntSupplier kept) {
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty()
                                || file.getOriginalFilename() != null
                                        && !file.getOriginalFilename().isBlank())
                        .toList();
        if (chosen.stream().mapToLong(MultipartFile::getSize).sum() > AttachmentRules.LARGEST_TOGETHER) {
            throw Refused.invalid(
                    AttachmentRules.FIELD,
                    "refused.file.together-too-large",
                    AttachmentRules.LARGEST_TOGETHER / (1024 * 1024));
        }
        int had = chosen.isEmpty() ? 0 : kept.getAsInt();
        if (had + chosen.size() > MOST_OF_A_CASE) {
            throw Refused.invalid(AttachmentRules.FIELD, "refused.file.too-many-in-case", had, MOST_OF_A_CASE);
        }
        List<Attachment> read = new ArrayList<>();
        chosen.forEach(file -> read.add(read(file)));
        return AttachmentRules.check(read).accepted();
    }

    private static Attachment read(MultipartFile file) {
        try {
            return new Attachment(file.getOriginalFilename(), file.getContentType(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
