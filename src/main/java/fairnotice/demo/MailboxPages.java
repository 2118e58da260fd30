package fairnotice.demo;

import fairnotice.embedded.Received;
import fairnotice.web.NoSuchPage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox of a demonstration: everything invented people received. */
@InDemo
@Controller
class MailboxPages {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int PAGE = 50;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Letterbox letterbox;

    MailboxPages(Letterbox letterbox) {
        this.letterbox = letterbox;
    }

    /** @param page from 1 */
    @GetMapping("/mailbox")
    String list(@RequestParam(required = false) String to, @RequestParam(defaultValue = "1") int page, Model model) {
        List<Letterbox.Kept> all = letterbox.to(to);
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("messages", all.subList((shown - 1) * PAGE, Math.min(shown * PAGE, all.size())));
        model.addAttribute("count", all.size());
        model.addAttribute("to", to == null ? "" : to.strip());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("there", letterbox.isThere());
        model.addAttribute("utc", UTC);
        return "demo/mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String message(@PathVariable String id, Model model) {
        Letterbox.Kept kept = named(id);
        model.addAttribute("id", kept.id());
        model.addAttribute("message", kept.message());
        model.addAttribute("text", LinkedText.of(kept.message().text()));
        model.addAttribute("utc", UTC);
        return "demo/message";
    }

    /** The HTML part as it was sent, for the sandboxed frame; its links open in the whole window. */
    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable String id) {
        String html = named(id).message().html();
        if (html == null) {
            throw new NoSuchPage("This message has no HTML part.");
        }
        String shown = html.replaceFirst("(?i)<head([^>]*)>", "<head$1><base target=\"_top\">");
        return ResponseEntity.ok().contentType(HTML).body(shown.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file that came with a message, to be saved and never shown in place: whatever type its sender gave it, it is bytes here.
     *
     * @param number from 0
     */
    @GetMapping("/mailbox/{id}/enclosures/{number}")
    ResponseEntity<byte[]> enclosure(@PathVariable String id, @PathVariable int number) {
        Received message = named(id).message();
        byte[] content = letterbox
                .enclosed(message, number)
                .orElseThrow(() -> new NoSuchPage("No such file came with this message."));
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(message.enclosures().get(number).name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(content);
    }

    private Letterbox.Kept named(String id) {
        return letterbox.find(id).orElseThrow(() -> new NoSuchPage("There is no such message in the mailbox."));
    }
}
