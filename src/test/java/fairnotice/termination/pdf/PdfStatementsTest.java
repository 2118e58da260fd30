package fairnotice.termination.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import fairnotice.termination.DataAfterEnd;
import fairnotice.termination.RefundStatement;
import fairnotice.termination.RefundStatement.Credit;
import fairnotice.termination.RefundStatement.Ended;
import fairnotice.termination.RefundStatement.Paid;
import fairnotice.termination.RefundStatement.Step;
import fairnotice.termination.RefundStatement.Sum;
import fairnotice.web.MessagesInWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class PdfStatementsTest {

    private static final RefundStatement STATEMENT = new RefundStatement(
            "TRM-2026-0003",
            "OpsTicket",
            "Žluťoučký & <b>Łódź</b> Ελλάς Кириллица",
            "OBJ-2026-0003",
            "OPSTICKET-2026-0007",
            "4 May 2026",
            "2 March 2026",
            "UTC",
            "DPA §05",
            List.of(new Ended(
                    "O-1",
                    "Suite",
                    "the whole order",
                    "30 April 2026",
                    List.of("Credits (C), invoice I-3: of 10 units, 4 used and 6 paid back"))),
            List.of(new Step(
                    "O-1, Seats",
                    "I-1",
                    "1 January 2026 – 31 December 2026",
                    "1,500.00 EUR billed − 300.00 discount = 1,200.00 EUR paid",
                    "1,200.00 EUR × 245 of 365 days = 805.48 EUR",
                    "805.48 EUR")),
            List.of(new Credit("I-1", "card ending 4242", "805.48 EUR", "19%", "153.04 EUR", "958.52 EUR")),
            List.of(new Sum(
                    "EUR",
                    "1,200.00 EUR",
                    "394.52 EUR used up to the last day",
                    "805.48 EUR",
                    "805.48 EUR",
                    "153.04 EUR",
                    "958.52 EUR",
                    null)),
            List.of(new Step(
                    "O-1, Credits",
                    "I-2",
                    "1 July 2026 – 31 December 2026",
                    "184.00 EUR",
                    "184.00 EUR billed and not paid; after the end 184.00 EUR × 184 of 184 days = 184.00 EUR",
                    "0.00 EUR")),
            List.of(new Paid("958.52 EUR", "SEPA-4711", "4 May 2026")),
            null,
            null,
            List.of("The refund was approved as calculated."),
            List.of(),
            "",
            List.of(),
            false);

    private static final byte[] PDF = new PdfStatements(messages())
            .print(
                    STATEMENT,
                    new DataAfterEnd(
                            "OpsTicket",
                            "It is deleted within 30 days.",
                            "legal@opsticket.example",
                            "31 August 2026",
                            "UTC",
                            false,
                            ""));

    @Test
    void the_statement_shows_everything_it_was_given() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("TRM-2026-0003", "OBJ-2026-0003", "OPSTICKET-2026-0007", "DPA §05", "30 April 2026")
                    .contains("1,500.00 EUR billed − 300.00 discount = 1,200.00 EUR paid")
                    .contains("1,200.00 EUR × 245 of 365 days = 805.48 EUR")
                    .contains("calculated (all dates are in ", "not yet paid, before tax (all dates are in ")
                    .contains("the whole order Credits (C), invoice I-3: of 10 units, 4 used and 6 paid back.")
                    .contains("19%", "153.04 EUR", "958.52 EUR", "card ending 4242", "SEPA-4711")
                    .contains("184.00 EUR billed and not paid", "approved as calculated")
                    .containsSubsequence(
                            "Your personal data after the end",
                            "OpsTicket deletes or returns all personal data that it processes for you",
                            "OpsTicket states: It is deleted within 30 days.",
                            "write to legal@opsticket.example")
                    .doesNotContain("refund.pdf", "portal.left", "??", "null");
        }
    }

    @Test
    void it_is_in_the_language_that_is_spoken() throws IOException {
        byte[] german = Language.DE.speak(() -> new PdfStatements(messages()).print(STATEMENT, data("Gelöscht")));

        try (PDDocument pdf = Loader.loadPDF(german)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Kündigung", "Erstattung")
                    .doesNotContain("refund.pdf", "Termination and refund", "??");
        }
    }

    @Test
    void where_other_orders_go_on_it_speaks_of_the_data_of_those_that_were_terminated() throws IOException {
        byte[] pdf = new PdfStatements(messages())
                .print(
                        STATEMENT,
                        new DataAfterEnd("OpsTicket", null, "a@b.example", "31 August 2026", "UTC", false, "O-2"));

        assertThat(read(pdf).replaceAll("\\s+", " "))
                .contains(
                        "This is about the personal data of the orders you terminated alone: O-2 and the data processed for"
                                + " what goes on stay as they are.",
                        "once the services you terminated have ended, OpsTicket deletes or returns the personal data that it"
                                + " processes for you for those orders only")
                .doesNotContain("all personal data");
    }

    @Test
    void names_appear_as_they_are_written_and_never_as_markup() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Žluťoučký & <b>Łódź</b> Ελλάς Кириллица");
        }
    }

    @Test
    void it_can_be_kept_and_read_aloud() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            var catalog = pdf.getDocumentCatalog();
            String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getOutputIntents()).isNotEmpty();
            assertThat(metadata).containsPattern("pdfaid:part[=>]\"?3").contains("pdfuaid");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Statement of termination and refund TRM-2026-0003");
            assertThat(metadata).contains("What Žluťoučký");
            for (PDPage page : pdf.getPages()) {
                assertThat(fonts(page)).isNotEmpty().allMatch(PDFont::isEmbedded);
            }
        }
    }

    /** Whatever is outside of its page is not there for whoever prints or reads it. */
    @Test
    void no_text_lies_outside_of_its_page_however_long_everything_is() throws IOException {
        List<String> texts = List.of(
                "of 1,000 units, 400 used, and for the time up to the last day of use and the first units after it ",
                "unbroken-" + "x".repeat(190) + " ",
                "9".repeat(30) + ",999,999.00 EUR ");
        for (String text : texts) {
            for (int times : new int[] {1, 3, 12}) {
                byte[] pdf = new PdfStatements(messages())
                        .print(everywhere(text.repeat(times).strip()), data(text));
                Printed printed = Printed.of(pdf);
                assertThat(printed.outside()).as("%s, %d times", text, times).isEmpty();
                assertThat(printed.text().replaceAll("\\s+", ""))
                        .contains(text.repeat(times).replaceAll("\\s+", ""), "lastremark", "5,950.00EUR");
            }
        }
        assertThat(Printed.of(PDF).outside()).isEmpty();
    }

    /** As finance had it corrected, with one line of time and one of units. */
    @Test
    void every_column_of_the_totals_is_on_the_page() throws IOException {
        RefundStatement altered = with(
                "11,600.00 EUR",
                "10,391.67 EUR used up to the last day and 1,551.89 EUR for 400 units used",
                "5,000.00 EUR",
                "950.00 EUR",
                "5,950.00 EUR");
        byte[] pdf = new PdfStatements(messages()).print(altered, data("It is deleted"));

        Printed printed = Printed.of(pdf);
        assertThat(printed.outside()).isEmpty();
        assertThat(printed.text().replaceAll("\\s+", " "))
                .contains(
                        "5,950.00",
                        "950.00 EUR",
                        "10,391.67",
                        "This is not the amount that we stated when you terminated: it was calculated at x, tax included.",
                        "If you do not agree with this amount, write to It is deleted, or reply to one of our emails about your"
                                + " termination: there is no deadline for this.");
    }

    private static DataAfterEnd data(String stated) {
        return new DataAfterEnd(
                stated, stated, stated, "31 August 2026", "America/Argentina/ComodRivadavia", false, stated);
    }

    private static RefundStatement with(String paid, String used, String net, String tax, String gross) {
        return statement("x", 1, new Sum("EUR", paid, used, net, net, tax, gross, "lastremark"));
    }

    private static RefundStatement everywhere(String text) {
        return statement(text, 5, new Sum(text, text, text, text, text, text, "5,950.00 EUR", "lastremark"));
    }

    private static RefundStatement statement(String text, int lines, Sum total) {
        List<String> units = Collections.nCopies(lines, text);
        return new RefundStatement(
                "TRM-2026-0003",
                text,
                text,
                "OBJ-2026-0003",
                "OPSTICKET-2026-0007",
                "4 May 2026",
                "2 March 2026",
                "America/Argentina/ComodRivadavia",
                text,
                Collections.nCopies(
                        lines, new Ended(text, text, text, "30 September 2026", lines > 1 ? List.of(text) : units)),
                Collections.nCopies(lines, new Step(text, text, text, text, text, text)),
                Collections.nCopies(lines, new Credit(text, text, text, text, text, text)),
                List.of(total),
                Collections.nCopies(lines, new Step(text, text, text, text, text, text)),
                List.of(new Paid(text, text, "4 May 2026")),
                null,
                text,
                List.of(text),
                List.of(text),
                "",
                List.of(),
                true);
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    /** The text of a file, read once. @param outside what of it does not lie between the margins of its page */
    private record Printed(String text, List<String> outside) {

        static Printed of(byte[] pdf) throws IOException {
            List<String> outside = new ArrayList<>();
            try (PDDocument read = Loader.loadPDF(pdf)) {
                PDFTextStripper reader = new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> positions) throws IOException {
                        PDRectangle box = getCurrentPage().getCropBox();
                        if (!positions.stream().allMatch(each -> isInside(each, box))) {
                            outside.add("page " + getCurrentPageNo() + ": " + text);
                        }
                        super.writeString(text, positions);
                    }
                };
                return new Printed(reader.getText(read), outside);
            }
        }

        private static boolean isInside(TextPosition each, PDRectangle box) {
            return each.getXDirAdj() >= SIDE
                    && each.getXDirAdj() + each.getWidthDirAdj() <= box.getWidth() - SIDE
                    && each.getYDirAdj() - each.getHeightDir() >= MARGIN
                    && each.getYDirAdj() <= box.getHeight() - MARGIN;
        }
    }

    /** 18 mm in points, less a rounding: what lies in the margin is clipped. */
    private static final float SIDE = 50.5f;

    /** 5 mm: the number of the page stands in the margin below. */
    private static final float MARGIN = 14.2f;

    private static List<PDFont> fonts(PDPage page) {
        return StreamSupport.stream(page.getResources().getFontNames().spliterator(), false)
                .map(name -> font(page, name))
                .toList();
    }

    private static PDFont font(PDPage page, COSName name) {
        try {
            return page.getResources().getFont(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageSource messages() {
        return new MessagesInWords("messages/phrases", "messages/refund", "messages/portal");
    }
}
