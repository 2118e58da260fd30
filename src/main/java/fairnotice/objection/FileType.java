package fairnotice.objection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of files that may be attached, each known by how its content begins. Nothing is ever decoded or unpacked. Mails and office
 * documents are handed out under no type of their own, so that nothing on the way opens them.
 */
enum FileType {
    PDF("a PDF", "application/pdf", "pdf") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "%PDF-");
        }
    },
    PNG("a PNG picture", "image/png", "png") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
        }
    },
    JPEG("a JPEG picture", "image/jpeg", "jpg", "jpeg") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "\u00ff\u00d8\u00ff");
        }
    },
    GIF("a GIF picture", "image/gif", "gif") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a");
        }
    },
    WEBP("a WebP picture", "image/webp", "webp") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "RIFF") && starts(content, 8, "WEBP");
        }
    },
    DOCX("a Word document (.docx)", "application/octet-stream", "docx") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isDocx(content);
        }
    },
    ODT("an OpenDocument text", "application/octet-stream", "odt") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isOdt(content);
        }
    },
    DOC("a Word document (.doc)", "application/octet-stream", "doc") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isDoc(content);
        }
    },
    MSG("an Outlook email (.msg)", "application/octet-stream", "msg") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isMsg(content);
        }
    },
    EML("an email (.eml)", "application/octet-stream", "eml") {
        @Override
        boolean begins(byte[] content) {
            return MailText.isMail(content);
        }
    },
    TEXT("plain text", "text/plain;charset=UTF-8", "txt") {
        @Override
        boolean begins(byte[] content) {
            return PlainText.isPlain(content);
        }
    };

    private final String words;
    private final String type;
    private final List<String> endings;

    FileType(String words, String type, String... endings) {
        this.words = words;
        this.type = type;
        this.endings = List.of(endings);
    }

    abstract boolean begins(byte[] content);

    /** With its article: {@code a PDF}. */
    String words() {
        return words;
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
        return begins(content)
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
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    /** @param signature a character for each byte */
    static boolean starts(byte[] content, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
