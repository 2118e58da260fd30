package fairnotice.register.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that does not say in which character set it is written. */
final class CharacterSets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    private CharacterSets() {}

    static String text(byte[] file) {
        String text = isMarked(file) ? new String(file, StandardCharsets.UTF_16) : unmarked(file);
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /** As Excel writes "Unicode text". */
    private static boolean isMarked(byte[] file) {
        return file.length > 1
                && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                        || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF);
    }

    /** What is no UTF-8 is as Excel writes it in the West. */
    private static String unmarked(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(file, WINDOWS);
        }
    }
}
