package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.mail.smtp.MessageId.Place;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static final UUID SECRET = UUID.fromString("6fd1a5f0-9f3d-4f5e-8a53-0a8ad7f5b4c1");
    private static final UUID OTHER = UUID.fromString("0b9e7f64-1c2d-4e3f-9a4b-5c6d7e8f9a0b");
    private static final String LABEL = "0123456789ab";

    @Test
    void an_id_is_the_same_whenever_it_is_made_and_leads_back_to_its_message() {
        MessageId id = MessageId.of(LABEL, 4_711, 12, SECRET);

        assertThat(MessageId.of(LABEL, 4_711, 12, SECRET)).isEqualTo(id);
        assertThat(MessageId.in("<" + id.local() + "@publisher.example>")).contains(id);
        assertThat(id.stated()).isEmpty();
        assertThat(id.provenBy(SECRET)).contains(new Place(4_711, 12));
        assertThat(id.provenBy(OTHER)).isEmpty();
    }

    @Test
    void the_ids_of_two_messages_do_not_tell_what_was_sent_between_them() {
        long first = place(MessageId.of(LABEL, 7, 1, SECRET));
        long next = place(MessageId.of(LABEL, 7, 2, SECRET));
        long later = place(MessageId.of(LABEL, 8, 1, SECRET));

        assertThat(Math.abs(first - next)).isGreaterThan(1L << 32);
        assertThat(Math.abs(first - later)).isGreaterThan(1L << 32);
        assertThat(first ^ next).isNotEqualTo(1 ^ 2);
        assertThat(first ^ later).isNotEqualTo((7L ^ 8L) << 18);
        assertThat(MessageId.of(LABEL, 7, 1, SECRET).local())
                .doesNotContain("7.1")
                .startsWith("fn." + LABEL + ".");
    }

    @Test
    void the_largest_place_is_named_as_shortly() {
        Place largest = new Place((1L << 33) - 1, (1 << 18) - 1);
        MessageId id = MessageId.of(LABEL, largest.batch(), largest.ordinal(), SECRET);

        assertThat(id.local()).hasSizeLessThanOrEqualTo(46);
        assertThat(MessageId.in(id.local())).contains(id);
        assertThat(id.provenBy(SECRET)).contains(largest);
        assertThatThrownBy(() -> MessageId.of(LABEL, 1, 1 << 18, SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageId.of(LABEL, 1L << 33, 1, SECRET)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_altered_is_not_ours() {
        MessageId id = MessageId.of(LABEL, 7, 1, SECRET);

        assertThat(new MessageId(LABEL, "1", id.proof()).provenBy(SECRET)).isEmpty();
        assertThat(new MessageId(LABEL, "zzzzzzzzzz", id.proof()).provenBy(SECRET))
                .isEmpty();
        assertThat(new MessageId(LABEL, id.place(), "0".repeat(19)).provenBy(SECRET))
                .isEmpty();
        assertThat(MessageId.in("fn." + LABEL + ".1.2")).isEmpty();
        assertThat(MessageId.in(null)).isEmpty();
    }

    @Test
    void mailings_without_a_label_keep_the_ids_that_their_messages_have() {
        MessageId id = MessageId.of(null, 4_711, 12, SECRET);

        assertThat(id.local()).isEqualTo("fn.4711.12.e53c7eb4239d252796b658d0");
        assertThat(MessageId.in(id.local())).contains(id);
        assertThat(id.stated()).contains(new Place(4_711, 12));
        assertThat(id.provenBy(SECRET)).contains(new Place(4_711, 12));
        assertThat(id.provenBy(OTHER)).isEmpty();
    }

    private static long place(MessageId id) {
        return Long.parseLong(id.place(), 36);
    }
}
