package fairnotice.objection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What files are that may not be attached, so that their owner can be told; recognised by their first bytes and never opened. */
enum DisallowedFileType {
    ZIP("a ZIP archive", 0, "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"),
    GZIP("a gzip archive", 0, "\u001f\u008b"),
    SEVEN_ZIP("a 7-Zip archive", 0, "7z\u00bc\u00af\u0027\u001c"),
    RAR("a RAR archive", 0, "Rar!\u001a\u0007"),
    TAR("a tar archive", 257, "ustar"),
    OLD_OFFICE("an old Microsoft Office document", 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    RTF("a rich text document", 0, "{\\rtf"),
    POSTSCRIPT("a PostScript document", 0, "%!PS"),
    PROGRAM("a program", 0, "MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00cf\u00fa\u00ed\u00fe"),
    TIFF("a TIFF picture", 0, "II*\0", "MM\0*"),
    BMP("a BMP picture", 0, "BM"),
    HEIC("a HEIC picture", 4, "ftypheic", "ftypheix", "ftypmif1", "ftypheif"),
    FILM("a video or sound recording", 4, "ftyp"),
    SOUND("a sound recording", 0, "ID3", "OggS", "fLaC");

    static final String UNKNOWN = "of no kind we know";

    private final String words;
    private final int at;
    private final List<String> signatures;

    DisallowedFileType(String words, int at, String... signatures) {
        this.words = words;
        this.at = at;
        this.signatures = List.of(signatures);
    }

    /** What the content is, with its article. Text is looked at first, since two letters prove little where all others are letters too. */
    static String wordsFor(byte[] content) {
        return PlainText.decoded(content)
                .flatMap(DisallowedFileType::textual)
                .or(() -> binary(content))
                .orElse(UNKNOWN);
    }

    private static Optional<String> textual(String text) {
        if (PlainText.isScript(text)) {
            return Optional.of("a script");
        }
        return PlainText.isMarkup(text) ? Optional.of("HTML, SVG or XML markup") : Optional.empty();
    }

    private static Optional<String> binary(byte[] content) {
        return Arrays.stream(values())
                .filter(kind -> kind.signatures.stream().anyMatch(s -> FileType.starts(content, kind.at, s)))
                .map(kind -> kind.words)
                .findFirst()
                .or(() -> text(content));
    }

    private static Optional<String> text(byte[] content) {
        boolean wide = FileType.starts(content, 0, "\u00ff\u00fe") || FileType.starts(content, 0, "\u00fe\u00ff");
        return wide ? Optional.of("text in UTF-16, please save it as UTF-8") : Optional.empty();
    }
}
