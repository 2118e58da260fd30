package fairnotice.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A publisher's register under another name. The stories share one running house; each class tells its own in a register of its own, so
 * that nobody's customers are another's audience. The promises are those of the publishers' own files.
 */
enum StoryRegister {
    AUDIENCE("opsticket"),
    BROWSER_OBJECTION("opsticket"),
    BROWSER_REFUND("opsticket"),
    CLEARANCE("opsticket"),
    CLEARANCE_EXPEDITED("securicom"),
    NOTICE("opsticket"),
    OBJECTION("opsticket"),
    RACE("opsticket"),
    SETTLING("opsticket"),
    TERMINATION("opsticket"),
    TURNING_BACK("opsticket"),
    WINDOW("securicom");

    private final String publisher;

    StoryRegister(String publisher) {
        this.publisher = publisher;
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
            Path folder = Files.createTempDirectory("fairnotice-registers");
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
            return new String(original.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^id: .*$", "id: " + id())
                    .replaceFirst("(?m)^prefix: .*$", "prefix: " + name().replace("_", ""));
        }
    }
}
