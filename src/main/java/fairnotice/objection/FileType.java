package fairnotice.objection;

import fairnotice.refusal.Phrase;
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
    PDF("application/pdf", "pdf") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "%PDF-");
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
        }
    },
    JPEG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "\u00ff\u00d8\u00ff");
        }
    },
    GIF("image/gif", "gif") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a");
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean begins(byte[] content) {
            return starts(content, 0, "RIFF") && starts(content, 8, "WEBP");
        }
    },
    DOCX("application/octet-stream", "docx") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isDocx(content);
        }
    },
    ODT("application/octet-stream", "odt") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isOdt(content);
        }
    },
    DOC("application/octet-stream", "doc") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isDoc(content);
        }
    },
    MSG("application/octet-stream", "msg") {
        @Override
        boolean begins(byte[] content) {
            return OfficeFile.isMsg(content);
        }
    },
    EML("application/octet-stream", "eml") {
        @Override
        boolean begins(byte[] content) {
            return MailText.isMail(content);
        }
    },
    TEXT("text/plain;charset=UTF-8", "txt") {
        @Override
        boolean begins(byte[] content) {
            return PlainText.isPlain(content);
        }
    };

    private final String type;
    private final List<String> endings;

    FileType(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    abstract boolean begins(byte[] content);

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
