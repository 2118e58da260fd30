package fairnotice.stories;

import fairnotice.BuildFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A publisher's register under another name. The stories share one running house; each class tells its own in a register of its own, so
 * that nobody's customers are another's audience. The promises are those of the publishers' own files; but WEAKER_TRACK lets legal choose
 * a weaker track, which neither of them does.
 */
enum StoryRegister {
    AMENDED("opsticket"),
    AUDIENCE("opsticket"),
    BAD_ROWS("opsticket"),
    BROWSER_OBJECTION("opsticket"),
    BROWSER_REFUND("opsticket"),
    CLEARANCE("opsticket"),
    CLEARANCE_EXPEDITED("securicom"),
    EXPEDITED_CASE("securicom"),
    EXPEDITED_LATE("securicom"),
    EXPEDITED_UNREACHED("securicom"),
    FUZZ("opsticket"),
    HELD_EXEMPTION("opsticket"),
    NO_REFUND("opsticket", StoryRegister::withoutRefund),
    NOTICE("opsticket"),
    OBJECTION("opsticket"),
    PARTING("opsticket"),
    RACE("opsticket"),
    RACE_FROM_RECEIPT("opsticket", StoryRegister::fromReceipt),
    RECEIVED("opsticket", StoryRegister::fromReceipt),
    SETTLING("opsticket"),
    SETTLING_EXPEDITED("securicom"),
    TASKS("opsticket"),
    TERMINATION("opsticket"),
    TRUTH("securicom", StoryRegister::manyKinds),
    TURNING_BACK("opsticket"),
    TWO_CASES("securicom", StoryRegister::groundsAsked),
    UNCONFIRMED("opsticket"),
    UNCONFIRMED_RECEIPT("opsticket", StoryRegister::fromReceipt),
    WEAKER_TRACK("opsticket"),
    WINDOW("securicom");

    private final String publisher;
    private final UnaryOperator<String> altered;

    StoryRegister(String publisher) {
        this(publisher, UnaryOperator.identity());
    }

    StoryRegister(String publisher, UnaryOperator<String> altered) {
        this.publisher = publisher;
        this.altered = altered;
    }

    /** A window shorter than the notice, customers that are told and may not object, and others that may object and are not told. */
    private static String manyKinds(String file) {
        return file.replaceFirst("objection:\\s+period: 30 days", "objection:\n    period: 15 days")
                .replaceFirst("told: \\[].*", "told: [any, mute]")
                .replaceFirst("mayObject: \\[].*", "mayObject: [any, page]");
    }

    /** Orders can be terminated, and nothing is given back. */
    private static String withoutRefund(String file) {
        return file.replaceFirst("terminate order with refund", "terminate order without refund");
    }

    /** Receipt starts the clock; it is presumed on the third day. */
    private static String fromReceipt(String file) {
        return file.replaceFirst("from: sent", "from: received\n    presumedReceivedAfter: 3 days");
    }

    /** An objection gives grounds, so that it can be refused on them. */
    private static String groundsAsked(String file) {
        return file.replaceFirst("groundsRequired: false", "groundsRequired: true");
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return whose register this is, or is a copy of */
    static String publisher(String register) {
        return Arrays.stream(values())
                .filter(each -> each.id().equals(register))
                .map(each -> each.publisher)
                .findFirst()
                .orElse(register);
    }

    /** @return a folder with the files of all of them */
    static Path files() {
        try {
            Path folder = BuildFolder.fresh("registers");
            for (StoryRegister each : values()) {
                Files.writeString(folder.resolve(each.id() + ".yml"), each.file());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() throws IOException {
        try (InputStream original = StoryRegister.class.getResourceAsStream("/registers/" + publisher + ".yml")) {
            return altered.apply(new String(original.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceFirst("(?m)^id: .*$", "id: " + id())
                    .replaceFirst("(?m)^prefix: .*$", "prefix: " + name().replace("_", ""))
                    .replaceFirst("(?m)^  weakerTrack: .*$", "  weakerTrack: " + (this == WEAKER_TRACK));
        }
    }
}
