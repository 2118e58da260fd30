package fairnotice.publisher.image;

import fairnotice.publisher.Logo;
import fairnotice.publisher.Logos;
import fairnotice.refusal.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/** What Java itself can read. A drawing (SVG) may hold scripts and addresses of others, and is not taken. */
@Component
class DrawnLogos implements Logos {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST = MEBIBYTE;
    private static final int WIDEST = 2_000;

    @Override
    public Logo drawn(byte[] content) {
        if (content.length > LARGEST) {
            throw refused("refused.logo.large", LARGEST / MEBIBYTE);
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw refused(isDrawing(content) ? "refused.logo.svg" : "refused.logo.type");
            }
            return drawn(readers.next(), input);
        } catch (IOException broken) {
            throw refused("refused.logo.broken");
        }
    }

    /** Its size is read first: a small file may unfold into more than the memory holds. */
    private static Logo drawn(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                throw refused("refused.logo.wide", WIDEST);
            }
            return Logo.of(png(reader.read(0)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
            // what readers throw at files that were made to break them
            throw new IOException(broken);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IOException("It has colours that PNG does not know");
        }
        return png.toByteArray();
    }

    private static boolean isDrawing(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("<svg");
    }

    private static Refused refused(String key, Object... arguments) {
        return Refused.invalid("logo", key, arguments);
    }
}
