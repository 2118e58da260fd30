package fairnotice.attachment;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What files may be handed in with an objection, judged by their content and not by what a browser says of it.
 *
 * <p>The check is our own and not a detection library's: such a library names the likeliest of a thousand kinds and calls what is left
 * text, a script that mentions a PDF a PDF, and a note that begins with "From:" an email, whereas here a dozen kinds may pass, each known
 * by a fixed beginning, and text must be text throughout. Nothing is unpacked or decoded, so neither a zip bomb nor a picture that claims to be
 * gigantic costs more than its bytes.
 */
public final class AttachmentRules {

    /** The field that problems are told of. */
    public static final String FIELD = "attachments";

    public static final int MOST_FILES = 5;
    /** Bytes of one file. */
    public static final int LARGEST = 5 * 1024 * 1024;
    /** Bytes of all files. */
    public static final int LARGEST_TOGETHER = 10 * 1024 * 1024;
    /** Characters of a name. */
    public static final int LONGEST_NAME = 120;

    private static final Pattern MACRO_NAME = Pattern.compile("(?i).*\\.(doc|dot|xls|xlt|xla|ppt|pot|pps)m");

    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<Attachment> taken = new ArrayList<>();

    private AttachmentRules() {}

    /** @param handedIn as they came; what a form sends for a field without a file, no name and no content, is passed over */
    public static AttachmentRules check(List<Attachment> handedIn) {
        List<Attachment> files =
                handedIn.stream().filter(file -> !isNoFile(file)).toList();
        AttachmentRules rules = new AttachmentRules();
        rules.checkAll(files);
        for (int i = 0; i < Math.min(files.size(), MOST_FILES); i++) {
            rules.checkOne(files.get(i), i + 1);
        }
        return rules;
    }

    /** Every problem found, on the field {@value #FIELD}, naming the file. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The files, with safe names and types by content.
     *
     * @throws Refused naming every problem found, when there is one
     */
    public List<Attachment> accepted() {
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        return List.copyOf(taken);
    }

    private static boolean isNoFile(Attachment file) {
        return (file.name() == null || file.name().isBlank()) && file.content().length == 0;
    }

    private void checkAll(List<Attachment> files) {
        if (files.size() > MOST_FILES) {
            refuse("refused.file.too-many", MOST_FILES, files.size());
        }
        long together = files.stream().mapToLong(file -> file.content().length).sum();
        if (together > LARGEST_TOGETHER) {
            refuse("refused.file.together", megabytes(together), megabytes(LARGEST_TOGETHER));
        }
    }

    private void checkOne(Attachment file, int number) {
        String name = AttachmentName.safe(file.name());
        if (name.isEmpty()) {
            refuse("refused.file.no-name", number);
            return;
        }
        if (name.length() > LONGEST_NAME) {
            refuse("refused.file.long-name", name.substring(0, 40), name.length(), LONGEST_NAME);
            return;
        }
        if (MACRO_NAME.matcher(name).matches()) {
            refuse("refused.file.macro-name", name);
            return;
        }
        Optional<FileType> promised = FileType.promisedBy(name);
        if (promised.isEmpty()) {
            refuse("refused.file.type", name);
            return;
        }
        checkContent(name, promised.get(), file.content());
    }

    private void checkContent(String name, FileType promised, byte[] content) {
        if (content.length == 0) {
            refuse("refused.file.empty", name);
        } else if (content.length > LARGEST) {
            refuse("refused.file.large", name, megabytes(content.length), megabytes(LARGEST));
        } else if (!promised.fits(content)) {
            refuse("refused.file.other", name, promised.words(), whatItIs(promised, content));
        } else if (OfficeFile.hasMacros(content)) {
            refuse("refused.file.macros", name);
        } else {
            taken.add(new Attachment(name, promised.type(), content));
        }
    }

    private static Phrase whatItIs(FileType promised, byte[] content) {
        boolean controls = promised == FileType.TEXT
                && PlainText.decoded(content).filter(PlainText::hasControl).isPresent();
        Phrase words = FileType.of(content).map(FileType::words).orElseGet(() -> DisallowedFileType.wordsFor(content));
        return controls && words.equals(DisallowedFileType.UNKNOWN)
                ? Phrase.of("refused.file.control")
                : Phrase.of("refused.file.content", words);
    }

    private void refuse(String key, Object... arguments) {
        problems.add(new FieldProblem(FIELD, Phrase.of(key, arguments)));
    }

    private static String megabytes(long bytes) {
        double megabytes = Math.ceil(bytes * 10.0 / (1024 * 1024)) / 10;
        return bytes % (1024 * 1024) == 0
                ? bytes / (1024 * 1024) + " MB"
                : String.format(Locale.ENGLISH, "%.1f MB", megabytes);
    }
}
