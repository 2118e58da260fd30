package fairnotice.publisher;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The publisher's logo, a PNG (ISO/IEC 15948).
 *
 * @param digest SHA-256 of the picture, in hexadecimal
 */
public record Logo(String digest, byte[] png) {

    public static Logo of(byte[] png) {
        return new Logo(DigestUtils.sha256Hex(png), png);
    }
}
