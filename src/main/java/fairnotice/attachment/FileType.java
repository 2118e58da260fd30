package fairnotice.attachment;

import fairnotice.refusal.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The kinds of files that may be attached, each known by how its content begins. Nothing is ever decoded or unpacked. Mails and office
 * documents are handed out under no type of their own, so that nothing on the way opens them.
 */
enum FileType {
    PDF("application/pdf", begins("%PDF-"), "pdf"),
    PNG("image/png", begins("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"), "png"),
    JPEG("image/jpeg", begins("\u00ff\u00d8\u00ff"), "jpg", "jpeg"),
    GIF("image/gif", begins("GIF87a").or(begins("GIF89a")), "gif"),
    WEBP("image/webp", begins("RIFF").and(content -> starts(content, 8, "WEBP")), "webp"),
    DOCX("application/octet-stream", OfficeFile::isDocx, "docx"),
    ODT("application/octet-stream", OfficeFile::isOdt, "odt"),
    DOC("application/octet-stream", OfficeFile::isDoc, "doc"),
    MSG("application/octet-stream", OfficeFile::isMsg, "msg"),
    EML("application/octet-stream", MailText::isMail, "eml"),
    TEXT("text/plain;charset=UTF-8", PlainText::isPlain, "txt");

    private final String type;
    private final Predicate<byte[]> begins;
    private final List<String> endings;

    FileType(String type, Predicate<byte[]> begins, String... endings) {
        this.type = type;
        this.begins = begins;
        this.endings = List.of(endings);
    }

    /** With its article: "a PDF". */
    Phrase words() {
        return Phrase.of("refused.file.kind." + this);
    }

    String type() {
        return type;
    }

    /** The kind that a file's name promises; empty when its ending is none that may be attached. */
    static Optional<FileType> promisedBy(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.contains(".") && kind.endings.contains(ending))
                .findFirst();
    }

    /** Whether content may be kept as this kind: it begins as this kind does, and text is nothing else as well. */
    boolean fits(byte[] content) {
        return begins.test(content)
                && (!isTextual() || of(content).filter(FileType::isTextual).isPresent());
    }

    private boolean isTextual() {
        return this == TEXT || this == EML;
    }

    static Stream<String> allEndings() {
        return Arrays.stream(values()).flatMap(kind -> kind.endings.stream());
    }

    /** The kind that the content is; empty when it is none that may be attached. Text comes last: anything could claim to be text. */
    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins.test(content)).findFirst();
    }

    private static Predicate<byte[]> begins(String signature) {
        return content -> starts(content, 0, signature);
    }

    /** @param signature a character for each byte */
    static boolean starts(byte[] content, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
