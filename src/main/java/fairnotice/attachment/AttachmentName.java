package fairnotice.attachment;

import java.text.Normalizer;

/** Makes the name of a file one that can be shown, sent and saved anywhere. */
final class AttachmentName {

    private AttachmentName() {}

    /** Without folders, control characters, characters that turn the direction of writing, and those that no file system takes. */
    static String safe(String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .filter(AttachmentName::isShown)
                .map(AttachmentName::harmless)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static int harmless(int c) {
        return Character.isSpaceChar(c) ? ' ' : "<>:\"|?*".indexOf(c) >= 0 ? '_' : c;
    }
}
