package fairnotice.demo;

import fairnotice.embedded.Received;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox of a demonstration for machines, newest first. */
@InDemo
@RestController
class MailboxApi {

    private final DemoInbox letterbox;

    MailboxApi(DemoInbox letterbox) {
        this.letterbox = letterbox;
    }

    /** @param to only messages to this address, compared without case */
    @GetMapping("/api/v1/demo/mailbox")
    List<Received> messages(@RequestParam(required = false) String to) {
        return letterbox.received(to);
    }
}
