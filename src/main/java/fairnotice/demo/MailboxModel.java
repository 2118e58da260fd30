package fairnotice.demo;

import fairnotice.embedded.Received;
import fairnotice.web.NoSuchPage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The mailbox of a demonstration: everything invented people received. */
@InDemo
@Controller
class MailboxModel {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int MAILINGS = 25;
    private static final int SHOWN_IN_LINE = 20;
    private static final int MESSAGES = 50;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final DemoInbox letterbox;

    MailboxModel(DemoInbox letterbox) {
        this.letterbox = letterbox;
    }

    /**
     * What is asked for.
     *
     * @param to an address; null or blank for all
     * @param kind null for all
     * @param page from 1; null for the first
     */
    record Search(String to, MailKind kind, Integer page) {

        public String address() {
            return to == null ? "" : to.strip();
        }

        int number() {
            return page == null ? 1 : page;
        }

        public boolean isNarrow() {
            return isAddressed() || kind != null;
        }

        /**
         * A page of the same search; what is not asked for is left out, since a link carries no empty parameter.
         *
         * @param mailing one mailing alone; null for all
         */
        public String path(String mailing, Integer page) {
            return UriComponentsBuilder.fromPath("/mailbox")
                    .queryParamIfPresent("mailing", Optional.ofNullable(mailing))
                    .queryParamIfPresent("to", isAddressed() ? Optional.of("{to}") : Optional.empty())
                    .queryParamIfPresent("kind", Optional.ofNullable(kind))
                    .queryParamIfPresent("page", Optional.ofNullable(page))
                    .encode()
                    .buildAndExpand(Map.of("to", address()))
                    .toUriString();
        }

        private boolean isAddressed() {
            return !address().isEmpty();
        }
    }

    @GetMapping("/mailbox")
    String list(@ModelAttribute("search") Search search, Model model) {
        List<DemoInbox.Kept> found = found(search);
        PageOf<Mailed> mailings = PageOf.of(Mailed.of(found), search.number(), MAILINGS);
        model.addAttribute("mailings", mailings);
        model.addAttribute("files", files(mailings.items()));
        model.addAttribute("most", SHOWN_IN_LINE);
        model.addAttribute("count", found.size());
        model.addAttribute("kinds", MailKind.values());
        model.addAttribute("there", letterbox.isThere());
        model.addAttribute("utc", UTC);
        return "demo/mailbox";
    }

    /** What came with those messages that a row shows by itself, by their ids; no other is opened. */
    private Map<String, List<Received.Enclosed>> files(List<Mailed> shown) {
        return shown.stream()
                .filter(mailing -> mailing.messages().size() == 1)
                .map(Mailed::newest)
                .collect(Collectors.toMap(
                        DemoInbox.Kept::id,
                        kept -> letterbox.open(kept).map(Received::enclosures).orElse(List.of()),
                        (one, same) -> one));
    }

    /** @param id of the mailing's oldest message */
    @GetMapping(path = "/mailbox", params = "mailing")
    String mailing(@RequestParam("mailing") String id, @ModelAttribute("search") Search search, Model model) {
        Mailed mailing = Mailed.of(found(search)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPage());
        model.addAttribute("mailing", mailing);
        model.addAttribute("messages", PageOf.of(mailing.messages(), search.number(), MESSAGES));
        model.addAttribute("utc", UTC);
        return "demo/mailing";
    }

    private List<DemoInbox.Kept> found(Search search) {
        return letterbox.to(search.address()).stream()
                .filter(kept -> search.kind() == null || MailKind.of(kept.message()) == search.kind())
                .toList();
    }

    @GetMapping("/mailbox/{id}")
    String message(@PathVariable String id, Model model) {
        DemoInbox.Kept kept = named(id);
        model.addAttribute("id", kept.id());
        Received message = opened(kept);
        model.addAttribute("message", message);
        model.addAttribute("kind", MailKind.of(kept.message()));
        model.addAttribute("text", LinkedText.of(message.text()));
        model.addAttribute("link", LinkedText.first(message.text()).orElse(null));
        model.addAttribute("utc", UTC);
        return "demo/message";
    }

    /** The HTML part as it was sent, for the sandboxed frame; its links open in the whole window. */
    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable String id) {
        String html = opened(named(id)).html();
        if (html == null) {
            throw new NoSuchPage();
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
        Received message = opened(named(id));
        byte[] content = letterbox.enclosed(message, number).orElseThrow(() -> new NoSuchPage());
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(message.enclosures().get(number).name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(content);
    }

    private Received opened(DemoInbox.Kept kept) {
        return letterbox.open(kept).orElseThrow(MailboxModel::none);
    }

    private DemoInbox.Kept named(String id) {
        return letterbox.find(id).orElseThrow(MailboxModel::none);
    }

    private static NoSuchPage none() {
        return new NoSuchPage();
    }
}
