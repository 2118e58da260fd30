package fairnotice.publisher;

import fairnotice.refusal.Refused;

/** Draws the picture in a file anew, so that nothing but the picture is kept. */
public interface Logos {

    /**
     * @param content a PNG, JPEG or GIF of at most 1 MiB and 2,000 by 2,000 pixels
     * @throws Refused on the field "logo" when it is none
     */
    Logo drawn(byte[] content);
}
