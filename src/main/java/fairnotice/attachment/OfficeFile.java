package fairnotice.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Word and Outlook files, and those of OpenDocument, known by the names in their tables of contents. Nothing is unpacked. */
final class OfficeFile {

    private static final String ZIP = "PK\u0003\u0004";
    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    /** Where the name of the first file in a ZIP archive stands (APPNOTE 4.3.7). */
    private static final int FIRST_NAME = 30;

    private static final List<String> MACROS = List.of("vbaProject.bin", "Basic/script-lc.xml", wide("_VBA_PROJECT"));

    private OfficeFile() {}

    static boolean isDocx(byte[] content) {
        return FileType.starts(content, 0, ZIP)
                && holds(content, "[Content_Types].xml")
                && holds(content, "word/document");
    }

    /** Its first file says what it is (OpenDocument 1.3, part 2, section 3.3). */
    static boolean isOdt(byte[] content) {
        return FileType.starts(content, 0, ZIP)
                && FileType.starts(content, FIRST_NAME, "mimetypeapplication/vnd.oasis.opendocument.text");
    }

    static boolean isDoc(byte[] content) {
        return FileType.starts(content, 0, COMPOUND) && holds(content, wide("WordDocument"));
    }

    static boolean isMsg(byte[] content) {
        return FileType.starts(content, 0, COMPOUND) && holds(content, wide("__properties_version1.0"));
    }

    /** Whether it carries programs that opening it could run. */
    static boolean hasMacros(byte[] content) {
        return (FileType.starts(content, 0, ZIP) || FileType.starts(content, 0, COMPOUND))
                && MACROS.stream().anyMatch(name -> holds(content, name));
    }

    private static boolean holds(byte[] content, String name) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(name);
    }

    /** Names in a compound file are UTF-16, each character followed by a zero byte. */
    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
