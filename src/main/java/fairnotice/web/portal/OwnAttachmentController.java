package fairnotice.web.portal;

import fairnotice.attachment.Attachment;
import fairnotice.web.NoSuchPage;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files of a customer's own case: saved, never shown by the browser as a page of ours. */
@Controller
class OwnAttachmentController {

    private final OpenedNotices opened;
    private final OwnObjectionReading cases;

    OwnAttachmentController(OpenedNotices opened, OwnObjectionReading cases) {
        this.opened = opened;
        this.cases = cases;
    }

    @GetMapping("/n/{token}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable("token") String token, @PathVariable("number") int number) {
        return opened.with(token)
                .flatMap(cases::find)
                .flatMap(objection -> cases.attachment(objection, number))
                .map(OwnAttachmentController::saved)
                .orElseThrow(() -> new NoSuchPage());
    }

    /** What ended and what was refunded, as it was mailed. */
    @GetMapping("/n/{token}/statement")
    ResponseEntity<byte[]> statement(@PathVariable("token") String token) {
        return opened.with(token)
                .flatMap(cases::find)
                .flatMap(cases::statement)
                .map(pdf -> saved(new Attachment("statement.pdf", "application/pdf", pdf)))
                .orElseThrow(() -> new NoSuchPage());
    }

    private static ResponseEntity<byte[]> saved(Attachment file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
