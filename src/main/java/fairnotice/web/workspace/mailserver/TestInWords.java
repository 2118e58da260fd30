package fairnotice.web.workspace.mailserver;

import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.ReadingServers.Standing;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was seen of a test mail, for people who set up a mail server. */
@Component
class TestInWords {

    /** How long a test mail is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * @param state GOOD, BAD or UNDER_WAY
     * @param lines what was seen, one after the other
     * @param domain of the sender
     * @param dns what is said of it there
     * @param askedBy null where it was made by itself
     */
    record Result(String state, List<String> lines, String domain, List<String> dns, String askedBy, Instant askedAt) {

        public boolean underWay() {
            return state.equals("UNDER_WAY");
        }
    }

    private final DnsInWords dns;
    private final People people;
    private final Phrases phrases;
    private final Clock clock;

    TestInWords(DnsInWords dns, People people, Phrases phrases, Clock clock) {
        this.dns = dns;
        this.people = people;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** @param test null for none. @return null for none */
    Result of(MailTest test, Standing relay) {
        if (test == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        String state = tell(test, lines);
        if (relay.inForce() == null || !relay.inForce().identity().equals(test.relay())) {
            lines.add(phrases.said("workspace.mail.test.earlier"));
        }
        String by = test.askedBy() == null ? null : people.named(test.askedBy());
        return new Result(state, lines, test.senderDomain(), dns.of(test), by, test.askedAt());
    }

    private String tell(MailTest test, List<String> lines) {
        Sending sending = test.sending();
        boolean over = Duration.between(test.askedAt(), clock.instant()).compareTo(PATIENCE) > 0;
        if (sending == null) {
            lines.add(phrases.said(over ? "workspace.mail.test.not-sent" : "workspace.mail.test.sending"));
            return over ? "BAD" : "UNDER_WAY";
        }
        if (sending.failure() != null) {
            failed(sending, lines);
            return "BAD";
        }
        lines.add(
                sending.encryption() == null
                        ? phrases.said("workspace.mail.test.accepted.clear", sending.reply())
                        : phrases.said("workspace.mail.test.accepted", sending.encryption(), sending.reply()));
        return back(test, over, lines);
    }

    private void failed(Sending sending, List<String> lines) {
        lines.add(phrases.said("workspace.mail.failure." + sending.failure()));
        if (sending.detail() != null) {
            lines.add(phrases.said("workspace.mail.test.certificate", sending.detail()));
        }
        if (sending.reply() != null) {
            lines.add(phrases.said("workspace.mail.test.words", sending.reply()));
        }
    }

    private String back(MailTest test, boolean over, List<String> lines) {
        if (test.bouncedAt() != null) {
            lines.add(phrases.said("workspace.mail.test.bounced", test.recipient(), test.bounce()));
            return "BAD";
        }
        if (test.returnedAt() != null) {
            long seconds = Duration.between(test.sending().acceptedAt(), test.returnedAt())
                    .toSeconds();
            lines.add(phrases.said("workspace.mail.test.returned", Math.max(0, seconds)));
            return "GOOD";
        }
        if (test.mailbox() == null) {
            lines.add(phrases.said("workspace.mail.test.no-mailbox"));
            return "GOOD";
        }
        if (test.mailboxFault() != null) {
            lines.add(phrases.said("workspace.mail.test.mailbox", test.mailboxFault()));
            return over ? "BAD" : "UNDER_WAY";
        }
        lines.add(phrases.said(over ? "workspace.mail.test.lost" : "workspace.mail.test.awaited", test.recipient()));
        return over ? "BAD" : "UNDER_WAY";
    }
}
