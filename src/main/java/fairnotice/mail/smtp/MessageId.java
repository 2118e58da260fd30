package fairnotice.mail.smtp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Names one message in its Message-ID header (RFC 5322, 3.6.4) and in reports about it. The same message gets the same id however often
 * it is sent; the proof is an HMAC-SHA256 under the mailing's secret, cut to 96 bits, so that nobody can report on mail he never got. The
 * mailing is named by a drawn label, and the message's place in it hidden under secret and proof, as in a synthetic initialisation vector
 * (RFC 5297): two ids do not tell how much was sent between them (decision record 20). At most 46 characters: its header fits a line
 * (RFC 5322, 2.1.1), and an envelope sender has room for more (RFC 5321, 4.5.3.1.1).
 *
 * @param label of the mailing; null where it has none, and the place stands in the clear
 * @param place "12.3" in the clear, or hidden in base 36
 * @param proof in base 36; in hexadecimal digits where the place stands in the clear
 */
public record MessageId(String label, String place, String proof) {

    private static final Pattern HIDDEN = Pattern.compile("fn\\.([0-9a-f]{12})\\.([0-9a-z]{1,10})\\.([0-9a-z]{19})");
    private static final Pattern CLEAR = Pattern.compile("fn\\.(\\d{1,18}\\.\\d{1,9})\\.([0-9a-f]{24})");

    private static final int RADIX = 36;
    private static final int PROOF_BYTES = 12;
    private static final int PROOF_DIGITS = 19;

    /** Ten digits; a place is a number of a batch and, in its last bits, one in that batch. */
    private static final int PLACE_BITS = 51;

    private static final int ORDINAL_BITS = 18;

    /** Of one message: its batch, and its number in that. */
    public record Place(long batch, int ordinal) {

        private static Place of(String clear) {
            int dot = clear.indexOf('.');
            return new Place(Long.parseLong(clear.substring(0, dot)), Integer.parseInt(clear.substring(dot + 1)));
        }

        private String clear() {
            return batch + "." + ordinal;
        }
    }

    /** @param label of the mailing; null for one that has none */
    public static MessageId of(String label, long batch, int ordinal, UUID secret) {
        Place place = new Place(batch, ordinal);
        if (label == null) {
            return new MessageId(null, place.clear(), clearProof(place, secret));
        }
        String proof = proof(place, secret);
        return new MessageId(label, hidden(place, proof, secret), proof);
    }

    /** The first id of ours that stands in a header or an address. */
    public static Optional<MessageId> in(String text) {
        String searched = text == null ? "" : text;
        Matcher clear = CLEAR.matcher(searched);
        Matcher hidden = HIDDEN.matcher(searched);
        return clear.find()
                ? Optional.of(new MessageId(null, clear.group(1), clear.group(2)))
                : Optional.of(hidden)
                        .filter(Matcher::find)
                        .map(id -> new MessageId(id.group(1), id.group(2), id.group(3)));
    }

    /** Where the message stands, as far as whoever wrote the id says so in the clear. */
    public Optional<Place> stated() {
        return label == null ? Optional.of(Place.of(place)) : Optional.empty();
    }

    /** Where the message stands; empty unless its id was made with this secret. */
    public Optional<Place> provenBy(UUID secret) {
        return stated().or(() -> shown(secret)).filter(named -> {
            byte[] expected = (label == null ? clearProof(named, secret) : proof(named, secret))
                    .getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** The part before the at sign. */
    public String local() {
        return "fn." + (label == null ? "" : label + ".") + place + "." + proof;
    }

    private static String hidden(Place place, String proof, UUID secret) {
        if (place.ordinal >>> ORDINAL_BITS != 0 || place.batch >>> PLACE_BITS - ORDINAL_BITS != 0) {
            throw new IllegalArgumentException("No message has a place like " + place.clear());
        }
        return Long.toString((place.batch << ORDINAL_BITS | place.ordinal) ^ mask(proof, secret), RADIX);
    }

    private Optional<Place> shown(UUID secret) {
        long number = Long.parseLong(place, RADIX) ^ mask(proof, secret);
        return Optional.of(new Place(number >>> ORDINAL_BITS, (int) (number & (1L << ORDINAL_BITS) - 1)));
    }

    private static long mask(String proof, UUID secret) {
        return ByteBuffer.wrap(hmac("place " + proof, secret)).getLong() >>> Long.SIZE - PLACE_BITS;
    }

    private static String proof(Place place, UUID secret) {
        String digits = new BigInteger(1, Arrays.copyOf(hmac(place.clear(), secret), PROOF_BYTES)).toString(RADIX);
        return "0".repeat(PROOF_DIGITS - digits.length()) + digits;
    }

    private static String clearProof(Place place, UUID secret) {
        return HexFormat.of().formatHex(hmac(place.clear(), secret), 0, PROOF_BYTES);
    }

    private static byte[] hmac(String what, UUID secret) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.toString()).hmac(what);
    }
}
