package fairnotice.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentRulesTest {

    private static final Map<String, byte[]> CONTENTS = Map.ofEntries(
            Map.entry("pdf", text("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n")),
            Map.entry("late-pdf", text("alert(1)//\n%PDF-1.7\n")),
            Map.entry("headless-png", text("\u0089PNG\r\n\u001a\n\0\0\0\rXXXX")),
            Map.entry("png", picture("png")),
            Map.entry("jpeg", picture("jpg")),
            Map.entry("gif", picture("gif")),
            Map.entry("webp", text("RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\u0010\u0007")),
            Map.entry(
                    "text",
                    utf8(
                            "\ufeffWe object, and so does <p.mueller@example.com>:\r\n\t1 < 2 & \u00dc\u4f60\ud83d\ude00\n")),
            Map.entry("docx", zip("word/document.xml", 10)),
            Map.entry("word", archive("[Content_Types].xml", "_rels/.rels", "word/document.xml")),
            Map.entry("google", archive("word/numbering.xml", "word/document.xml", "[Content_Types].xml")),
            Map.entry("docm", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
            Map.entry("xlsx", archive("[Content_Types].xml", "xl/workbook.xml")),
            Map.entry(
                    "odt",
                    text("PK\u0003\u0004\u0014\0\0\b\0\0\0\0!\0\u005e\u00c6\u0032\u000c\u0027\0\0\0\u0027\0\0\0\b\0\0\0"
                            + "mimetypeapplication/vnd.oasis.opendocument.textPK")),
            Map.entry("doc", compound("Root Entry", "WordDocument", "1Table")),
            Map.entry("vba", compound("Root Entry", "WordDocument", "Macros", "_VBA_PROJECT")),
            Map.entry("msg", compound("Root Entry", "__nameid_version1.0", "__properties_version1.0")),
            Map.entry("xls", compound("Root Entry", "Workbook")),
            Map.entry(
                    "mail",
                    text("Received: from mx.example.com\r\n\tby mail.example.org; Mon, 2 Mar 2026 09:00:00 +0100\r\n"
                            + "From: Ann <ann@example.com>\r\nDate: Mon, 2 Mar 2026 08:59:58 +0100\r\nSubject: We object\r\n"
                            + "Content-Type: text/html\r\n\r\n<html><body>F\u00fcr uns nicht</body></html>\r\n")),
            Map.entry("listed", utf8("List-Id: <x.example.com>\nFrom: Ann\nDate: today\n\nNot for us.\n")),
            Map.entry("noted", utf8("From: Ann\nSubject: We object\n\nNot for us.\n")),
            Map.entry("mailed-html", utf8("<html>\nFrom: ann@example.com\nDate: today\n\n</html>")),
            Map.entry("mailed-script", utf8("#!x:\nFrom: ann@example.com\nDate: today\n\nrm -rf /\n")),
            Map.entry("bomb", zip("zeros", 50_000_000)),
            Map.entry("gzip", gzip()),
            Map.entry("html", utf8("\n\n <HTML><body>hello</body>")),
            Map.entry("svg", utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
            Map.entry("hidden", utf8("Dear all\n\n< / script><script>alert(1)</script>")),
            Map.entry("script", utf8("#!/bin/sh\nrm -rf /\n")),
            Map.entry("exe", text("MZ\u0090\0\u0003\0\0\0")),
            Map.entry("heic", text("\0\0\0\u0018ftypheic\0\0\0\0")),
            Map.entry("utf16", "We object".getBytes(StandardCharsets.UTF_16)),
            Map.entry("latin", "Für uns nicht".getBytes(StandardCharsets.ISO_8859_1)),
            Map.entry("nul", utf8("We\0object")),
            Map.entry("escape", utf8("We \u001b[31mobject")),
            Map.entry("noise", noise(64)));

    @ParameterizedTest
    @CsvSource({
        "statement.pdf, pdf, application/pdf",
        "STATEMENT.PDF, pdf, application/pdf",
        "shot.png, png, image/png",
        "photo.jpg, jpeg, image/jpeg",
        "photo.jpeg, jpeg, image/jpeg",
        "moving.gif, gif, image/gif",
        "modern.webp, webp, image/webp",
        "letter.txt, text, text/plain;charset=UTF-8",
        "letter.txt, noted, text/plain;charset=UTF-8",
        "Letter.DOCX, word, application/octet-stream",
        "letter.docx, google, application/octet-stream",
        "letter.odt, odt, application/octet-stream",
        "letter.doc, doc, application/octet-stream",
        "mail.msg, msg, application/octet-stream",
        "mail.eml, mail, application/octet-stream",
        "mail.eml, listed, application/octet-stream",
    })
    void a_file_that_is_what_it_is_called_is_taken_with_the_type_of_its_content(
            String name, String content, String type) {
        List<Attachment> taken = check(name, content).accepted();

        assertThat(taken).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo(name);
            assertThat(file.type()).isEqualTo(type);
            assertThat(file.content()).isEqualTo(CONTENTS.get(content));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invoice.pdf | docx | invoice.pdf is not a PDF: its content is a ZIP archive.",
                "invoice.pdf | bomb | invoice.pdf is not a PDF: its content is a ZIP archive.",
                "invoice.pdf | gzip | invoice.pdf is not a PDF: its content is a gzip archive.",
                "invoice.pdf | html | invoice.pdf is not a PDF: its content is HTML, SVG or XML markup.",
                "invoice.pdf | text | invoice.pdf is not a PDF: its content is plain text.",
                "invoice.pdf | exe | invoice.pdf is not a PDF: its content is a program.",
                "invoice.pdf | late-pdf | invoice.pdf is not a PDF: its content is plain text.",
                "shot.png | headless-png | shot.png is not a PNG picture: its content is of no kind we know.",
                "invoice.pdf | noise | invoice.pdf is not a PDF: its content is of no kind we know.",
                "shot.png | jpeg | shot.png is not a PNG picture: its content is a JPEG picture.",
                "shot.png | svg | shot.png is not a PNG picture: its content is HTML, SVG or XML markup.",
                "photo.jpg | png | photo.jpg is not a JPEG picture: its content is a PNG picture.",
                "photo.jpg | heic | photo.jpg is not a JPEG picture: its content is a HEIC picture.",
                "a.gif | webp | a.gif is not a GIF picture: its content is a WebP picture.",
                "a.webp | gif | a.webp is not a WebP picture: its content is a GIF picture.",
                "a.txt | pdf | a.txt is not plain text: its content is a PDF.",
                "a.txt | html | a.txt is not plain text: its content is HTML, SVG or XML markup.",
                "a.txt | hidden | a.txt is not plain text: its content is HTML, SVG or XML markup.",
                "a.txt | script | a.txt is not plain text: its content is a script.",
                "a.txt | utf16 | a.txt is not plain text: its content is text in UTF-16, please save it as UTF-8.",
                "a.txt | latin | a.txt is not plain text: its content is of no kind we know.",
                "a.txt | nul | a.txt is not plain text: it contains control characters.",
                "invoice.pdf | word | invoice.pdf is not a PDF: its content is a Word document (.docx).",
                "a.docx | docx | a.docx is not a Word document (.docx): its content is a ZIP archive.",
                "a.docx | xlsx | a.docx is not a Word document (.docx): its content is a ZIP archive.",
                "a.docx | exe | a.docx is not a Word document (.docx): its content is a program.",
                "a.docx | docm | a.docx cannot be attached, since it holds macros. Please save it without them, or as a PDF.",
                "a.docx | doc | a.docx is not a Word document (.docx): its content is a Word document (.doc).",
                "a.doc | vba | a.doc cannot be attached, since it holds macros. Please save it without them, or as a PDF.",
                "a.doc | msg | a.doc is not a Word document (.doc): its content is an Outlook email (.msg).",
                "a.doc | xls | a.doc is not a Word document (.doc): its content is an old Microsoft Office document.",
                "a.doc | html | a.doc is not a Word document (.doc): its content is HTML, SVG or XML markup.",
                "a.msg | doc | a.msg is not an Outlook email (.msg): its content is a Word document (.doc).",
                "a.odt | word | a.odt is not an OpenDocument text: its content is a Word document (.docx).",
                "a.eml | html | a.eml is not an email (.eml): its content is HTML, SVG or XML markup.",
                "a.eml | svg | a.eml is not an email (.eml): its content is HTML, SVG or XML markup.",
                "a.eml | noted | a.eml is not an email (.eml): its content is plain text.",
                "a.eml | mailed-html | a.eml is not an email (.eml): its content is HTML, SVG or XML markup.",
                "a.eml | mailed-script | a.eml is not an email (.eml): its content is a script.",
                "a.eml | exe | a.eml is not an email (.eml): its content is a program.",
                "a.txt | mail | a.txt is not plain text: its content is an email (.eml).",
                "a.txt | escape | a.txt is not plain text: it contains control characters.",
            })
    void a_file_that_is_something_else_is_told_what_it_is(String name, String content, String sentence) {
        assertThat(sentences(check(name, content))).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letter.dotx",
                "sheet.xlsx",
                "page.html",
                "drawing.svg",
                "feed.xml",
                "run.js",
                "archive.zip",
                "README",
                "pdf",
                "x.pdf.exe"
            })
    void other_endings_are_not_taken_whatever_the_content(String name) {
        assertThat(sentences(check(name, "pdf")))
                .containsExactly(
                        name + " cannot be attached: only PDF, Word (.docx, .doc), OpenDocument text (.odt), email"
                                + " (.eml, .msg), PNG, JPEG, GIF, WebP and plain text (.txt) files can.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter.docm", "LETTER.DOCM", "sheet.xlsm"})
    void names_of_files_with_macros_are_not_taken_whatever_the_content(String name) {
        assertThat(sentences(check(name, "word")))
                .containsExactly(
                        name + " cannot be attached, since files of that kind run macros. Please save it without"
                                + " them, or as a PDF.");
    }

    @Test
    void the_file_chooser_and_the_help_text_name_every_kind() throws IOException {
        String form = resource("/templates/layout-form.html");
        String hint = resource("/messages/common.properties")
                .lines()
                .filter(line -> line.startsWith("form.files.hint="))
                .findFirst()
                .orElseThrow()
                .toLowerCase(java.util.Locale.ROOT);

        assertThat(FileType.allEndings()).allMatch(ending -> form.contains("." + ending));
        assertThat(FileType.allEndings().filter(ending -> !ending.equals("jpg")))
                .allMatch(hint::contains);
    }

    private static String resource(String path) throws IOException {
        try (var in = AttachmentRulesTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_made_safe(String given, String safe) {
        List<Attachment> taken =
                AttachmentRules.check(List.of(file(given, CONTENTS.get("pdf")))).accepted();

        assertThat(taken).extracting(Attachment::name).containsExactly(safe);
    }

    static Stream<List<String>> given() {
        return Stream.of(
                List.of("C:\\Users\\Ann\\invoice.pdf", "invoice.pdf"),
                List.of("../../etc/passwd.pdf", "passwd.pdf"),
                List.of(".hidden.pdf", "hidden.pdf"),
                List.of("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
                List.of("a\0b.pdf", "ab.pdf"),
                List.of("fdp\u202efdp.exe.pdf", "fdpfdp.exe.pdf"),
                List.of("a\u2066b\u200f.pdf", "ab.pdf"),
                List.of("<img src=x>.pdf", "_img src=x_.pdf"),
                List.of("a\"b'c.pdf", "a_b'c.pdf"),
                List.of("  Erkl\u0061\u0308rung \u00a0 1.pdf ", "Erkl\u00e4rung 1.pdf"),
                List.of("\u8bf4\u660e\ud83d\ude00.pdf", "\u8bf4\u660e\ud83d\ude00.pdf"),
                List.of("a\ud83d.pdf", "a.pdf"));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> names() {
        return given().map(pair -> org.junit.jupiter.params.provider.Arguments.of(pair.get(0), pair.get(1)));
    }

    @Test
    void a_name_that_is_none_or_too_long_is_refused() {
        assertThat(sentences(AttachmentRules.check(List.of(file("\u202e", CONTENTS.get("pdf"))))))
                .containsExactly("File 1 has no name that can be shown. Please rename it.");
        assertThat(AttachmentRules.check(List.of(file("n".repeat(116) + ".pdf", CONTENTS.get("pdf"))))
                        .problems())
                .isEmpty();
        assertThat(sentences(AttachmentRules.check(List.of(file("n".repeat(117) + ".pdf", CONTENTS.get("pdf"))))))
                .containsExactly(
                        "The name of " + "n".repeat(40) + "… has 121 characters, and 120 fit. Please rename it.");
    }

    @Test
    void sizes_are_bounded_to_the_byte() {
        assertThat(AttachmentRules.check(List.of(file("a.pdf", sized(AttachmentRules.LARGEST))))
                        .problems())
                .isEmpty();
        assertThat(sentences(AttachmentRules.check(List.of(file("a.pdf", sized(AttachmentRules.LARGEST + 1))))))
                .containsExactly("a.pdf has 5.1 MB, and 5 MB fit.");
        Attachment whole = file("a.pdf", sized(AttachmentRules.LARGEST));
        assertThat(AttachmentRules.check(List.of(whole, whole)).problems()).isEmpty();
        assertThat(sentences(AttachmentRules.check(List.of(whole, whole, file("b.txt", utf8("x"))))))
                .containsExactly("Together the files have 10.1 MB, and 10 MB fit.");
        assertThat(sentences(AttachmentRules.check(List.of(file("a.txt", new byte[0])))))
                .containsExactly("a.txt is empty.");
    }

    @Test
    void five_files_fit_and_a_field_left_empty_is_none() {
        List<Attachment> five = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> file(i + ".pdf", CONTENTS.get("pdf")))
                .toList();
        Attachment empty = file("", new byte[0]);

        assertThat(AttachmentRules.check(
                                Stream.concat(five.stream(), Stream.of(empty)).toList())
                        .accepted())
                .hasSize(5);
        assertThat(AttachmentRules.check(List.of(empty, new Attachment(null, null, new byte[0])))
                        .accepted())
                .isEmpty();
        assertThat(sentences(AttachmentRules.check(
                        Stream.concat(five.stream(), five.stream()).toList())))
                .containsExactly("Please attach at most 5 files: these are 10.");
    }

    @Test
    void all_problems_are_told_at_once_and_nothing_is_taken() {
        AttachmentRules rules = AttachmentRules.check(List.of(
                file("a.pdf", CONTENTS.get("docx")),
                file("b.svg", CONTENTS.get("svg")),
                file("c.pdf", CONTENTS.get("pdf"))));

        assertThat(rules.problems())
                .hasSize(2)
                .allMatch(problem -> problem.field().equals("attachments"));
        assertThatThrownBy(rules::accepted)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a.pdf is not a PDF")
                .hasMessageContaining("b.svg cannot");
    }

    @Test
    void a_picture_that_claims_to_be_gigantic_is_not_decoded() {
        byte[] claims = CONTENTS.get("png").clone();
        ByteBuffer.wrap(claims).putInt(16, Integer.MAX_VALUE).putInt(20, Integer.MAX_VALUE);

        assertThat(AttachmentRules.check(List.of(file("huge.png", claims))).accepted())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "< ", "<a", "< /", "</ ", "<!", "&lt;"})
    void judging_half_a_megabyte_of_almost_markup_takes_no_time(String almost) {
        byte[] long1 = utf8(almost.repeat(AttachmentRules.LARGEST / 10 / almost.length()));
        byte[] long2 = utf8("<" + " ".repeat(AttachmentRules.LARGEST / 10 - 1));

        long before = System.nanoTime();
        AttachmentRules.check(List.of(file("a.txt", long1), file("b.txt", long2)));

        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(5_000);
    }

    /** Whatever the bytes, a kind is found or not, and no kind passes for another. */
    @Test
    void noise_is_never_taken_for_a_file() {
        for (int seed = 0; seed < 500; seed++) {
            byte[] content = noise(seed);
            assumeThat(PlainText.isPlain(content)).isFalse();
            for (String ending :
                    List.of("pdf", "png", "jpg", "gif", "webp", "txt", "docx", "odt", "doc", "msg", "eml")) {
                assertThat(AttachmentRules.check(List.of(file("x." + ending, content)))
                                .problems())
                        .hasSize(1);
            }
        }
    }

    private static AttachmentRules check(String name, String content) {
        return AttachmentRules.check(List.of(file(name, CONTENTS.get(content))));
    }

    private static List<String> sentences(AttachmentRules rules) {
        return rules.problems().stream().map(FieldProblem::sentence).collect(Collectors.toList());
    }

    /** What a browser claims of the type is never looked at. */
    private static Attachment file(String name, byte[] content) {
        return new Attachment(name, "application/x-claimed", content);
    }

    private static byte[] sized(int bytes) {
        byte[] content = Arrays.copyOf(CONTENTS.get("pdf"), bytes);
        Arrays.fill(content, CONTENTS.get("pdf").length, bytes, (byte) ' ');
        return content;
    }

    private static byte[] text(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String characters) {
        return characters.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int seed) {
        byte[] content = new byte[64];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] archive(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The beginning of a compound file, and names as its directory has them. */
    private static byte[] compound(String... names) {
        byte[] content =
                Arrays.copyOf(text("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), 512 + 128 * names.length);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i].getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(name, 0, content, 512 + 128 * i, name.length);
        }
        return content;
    }

    private static byte[] gzip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
