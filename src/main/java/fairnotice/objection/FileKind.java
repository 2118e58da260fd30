package fairnotice.objection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be attached, each known by how its content begins. Nothing is ever decoded or unpacked. */
enum FileKind {
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
    TEXT("plain text", "text/plain;charset=UTF-8", "txt") {
        @Override
        boolean begins(byte[] content) {
            return PlainText.isPlain(content);
        }
    };

    private final String words;
    private final String type;
    private final List<String> endings;

    FileKind(String words, String type, String... endings) {
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
    static Optional<FileKind> promisedBy(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> name.contains(".") && kind.endings.contains(ending))
                .findFirst();
    }

    /** The kind that the content is; empty when it is none that may be attached. Text comes last: anything could claim to be text. */
    static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
    }

    /** @param signature a character for each byte */
    static boolean starts(byte[] content, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
