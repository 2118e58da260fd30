package fairnotice.attachment;

import fairnotice.refusal.Phrase;
import java.util.List;

/** What files are that may not be attached, so that their owner can be told; recognised by their first bytes and never opened. */
enum DisallowedFileType {
    ZIP(0, "PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008"),
    GZIP(0, "\u001f\u008b"),
    SEVEN_ZIP(0, "7z\u00bc\u00af\u0027\u001c"),
    RAR(0, "Rar!\u001a\u0007"),
    TAR(257, "ustar"),
    OLD_OFFICE(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    RTF(0, "{\\rtf"),
    POSTSCRIPT(0, "%!PS"),
    PROGRAM(0, "MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00cf\u00fa\u00ed\u00fe"),
    TIFF(0, "II*\0", "MM\0*"),
    BMP(0, "BM"),
    HEIC(4, "ftypheic", "ftypheix", "ftypmif1", "ftypheif"),
    FILM(4, "ftyp"),
    SOUND(0, "ID3", "OggS", "fLaC");

    static final Phrase UNKNOWN = Phrase.of("refused.file.disallowed.unknown");

    private final int at;
    private final List<String> signatures;

    DisallowedFileType(int at, String... signatures) {
        this.at = at;
        this.signatures = List.of(signatures);
    }

    /** What the content is, with its article. Text is looked at first, since two letters prove little where all others are letters too. */
    static Phrase wordsFor(byte[] content) {
        String text = PlainText.decoded(content).orElse("");
        if (PlainText.isScript(text)) {
            return Phrase.of("refused.file.disallowed.script");
        }
        if (PlainText.isMarkup(text)) {
            return Phrase.of("refused.file.disallowed.markup");
        }
        for (DisallowedFileType kind : values()) {
            if (kind.signatures.stream().anyMatch(signature -> FileType.starts(content, kind.at, signature))) {
                return Phrase.of("refused.file.disallowed." + kind);
            }
        }
        boolean wide = FileType.starts(content, 0, "\u00ff\u00fe") || FileType.starts(content, 0, "\u00fe\u00ff");
        return wide ? Phrase.of("refused.file.disallowed.utf16") : UNKNOWN;
    }
}
