package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacLinksTest {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. %\u00e9";

    private final KeysInMemory keys = new KeysInMemory();
    private final HmacLinks links = new HmacLinks(keys);

    static Stream<Link> links() {
        return Stream.of(0L, 1L, 255L, 1_000_000L, Long.MAX_VALUE, -1L)
                .flatMap(id -> Arrays.stream(LinkPurpose.values())
                        .flatMap(purpose ->
                                Stream.of(new Link(purpose, id, 23, 0), new Link(purpose, 17, id, Integer.MAX_VALUE))));
    }

    @ParameterizedTest
    @MethodSource("links")
    void a_link_says_what_was_signed(Link link) {
        String token = links.sign(link);

        assertThat(links.read(token)).contains(link);
        assertThat(token).hasSizeLessThan(90).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @EnumSource
    void every_changed_character_is_rejected(LinkPurpose purpose) {
        String token = links.sign(new Link(purpose, 17, 23, 1));

        for (int at = 0; at < token.length(); at++) {
            for (char other : ALPHABET.toCharArray()) {
                String altered = token.substring(0, at) + other + token.substring(at + 1);
                assertThat(links.read(altered).isPresent()).isEqualTo(altered.equals(token));
            }
        }
    }

    @Test
    void every_shorter_or_longer_token_is_rejected() {
        String token = links.sign(new Link(LinkPurpose.NOTICE, 17, 23, 1));

        for (int length = 0; length < token.length(); length++) {
            assertThat(links.read(token.substring(0, length))).isEmpty();
            assertThat(links.read(token.substring(token.length() - length))).isEmpty();
        }
        assertThat(links.read(token + "A")).isEmpty();
        assertThat(links.read(token + "=")).isEmpty();
        assertThat(links.read(token + token)).isEmpty();
        assertThat(links.read(" " + token)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"x", "../../etc/passwd", "{{{{", "\0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void garbage_is_no_link(String garbage) {
        assertThat(links.read(garbage)).isEmpty();
    }

    @Test
    void a_very_long_token_is_refused_without_work() {
        assertThat(links.read("A".repeat(5_000_000))).isEmpty();
    }

    @Test
    void another_house_s_links_are_rejected() {
        HmacLinks other = new HmacLinks(new KeysInMemory());
        other.sign(new Link(LinkPurpose.NOTICE, 1, 1, 1));

        assertThat(other.read(links.sign(new Link(LinkPurpose.NOTICE, 1, 1, 1))))
                .isEmpty();
    }

    @Test
    void a_link_outlives_the_key_that_signed_it_and_the_newest_key_signs() {
        Link link = new Link(LinkPurpose.NOTICE, 17, 23, 1);
        String before = links.sign(link);
        keys.add(LinkKey.generated(2));
        HmacLinks restarted = new HmacLinks(keys);

        assertThat(restarted.read(before)).contains(link);
        assertThat(restarted.sign(link)).isNotEqualTo(before);
        assertThat(links.read(restarted.sign(link)))
                .as("by a process that ran on")
                .contains(link);
    }

    @Test
    void two_tokens_do_not_tell_how_many_were_given_between_them() {
        Link link = new Link(LinkPurpose.CONFIRM_OBJECTION, 17, 17, 0);
        byte[] first = Base64.getUrlDecoder().decode(links.sign(link));
        byte[] second = Base64.getUrlDecoder().decode(links.sign(new Link(LinkPurpose.CONFIRM_OBJECTION, 18, 18, 0)));

        long same = IntStream.range(3, 23).filter(at -> first[at] == second[at]).count();
        assertThat(same).as("of twenty bytes that hold the numbers").isLessThan(8);
        assertThat(links.sign(link)).isEqualTo(Base64.getUrlEncoder().encodeToString(first));
    }

    @ParameterizedTest
    @EnumSource
    void a_link_from_before_with_its_numbers_in_the_clear_goes_on_opening(LinkPurpose purpose) throws Exception {
        links.sign(new Link(purpose, 1, 1, 1));
        byte[] said = ByteBuffer.allocate(23)
                .put((byte) Character.toUpperCase(purpose.code()))
                .putShort((short) 1)
                .putLong(17)
                .putLong(23)
                .putInt(2)
                .array();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.all().get(0).secret(), "HmacSHA256"));
        byte[] token =
                ByteBuffer.allocate(39).put(said).put(mac.doFinal(said), 0, 16).array();

        assertThat(links.read(Base64.getUrlEncoder().encodeToString(token))).contains(new Link(purpose, 17, 23, 2));
        token[10]++;
        assertThat(links.read(Base64.getUrlEncoder().encodeToString(token))).isEmpty();
    }

    @Test
    void a_link_is_rejected_once_its_key_is_gone() {
        String token = links.sign(new Link(LinkPurpose.NOTICE, 17, 23, 1));
        KeysInMemory others = new KeysInMemory();
        others.add(LinkKey.generated(2));

        assertThat(new HmacLinks(others).read(token)).isEmpty();
    }

    @Test
    void signing_asks_the_database_once() {
        links.sign(new Link(LinkPurpose.NOTICE, 1, 1, 1));
        int asked = keys.asked();

        for (int id = 0; id < 1000; id++) {
            links.read(links.sign(new Link(LinkPurpose.NOTICE, id, id, 1)));
        }

        assertThat(keys.asked()).isEqualTo(asked);
    }

    @Test
    void a_rotated_key_signs_within_a_minute() {
        long[] nanoTime = {0};
        SigningKeys known = new SigningKeys(keys, () -> nanoTime[0]);
        known.newest();
        keys.add(LinkKey.generated(2));

        assertThat(known.newest().id()).isEqualTo(1);
        nanoTime[0] = 61_000_000_000L;
        assertThat(known.newest().id()).isEqualTo(2);
    }

    @Test
    void a_key_never_tells_its_secret() {
        assertThat(LinkKey.generated(7)).hasToString("link key 7");
    }
}
