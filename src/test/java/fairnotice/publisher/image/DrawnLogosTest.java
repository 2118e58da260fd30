package fairnotice.publisher.image;

import static fairnotice.access.Trying.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.publisher.Logo;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnLogosTest {

    private final DrawnLogos logos = new DrawnLogos();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void a_picture_is_drawn_anew_as_png(String format) throws IOException {
        Logo logo = logos.drawn(picture(format, 300, 80));

        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(drawn.getWidth()).isEqualTo(300);
        assertThat(new Color(drawn.getRGB(150, 40)).getRed()).isGreaterThan(200);
        assertThat(logo.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void what_was_hidden_behind_the_picture_is_not_kept() throws IOException {
        byte[] picture = picture("png", 10, 10);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, both, picture.length, script.length);

        assertThat(new String(logos.drawn(both).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void a_drawing_is_refused_whether_it_has_a_script_or_not() {
        assertThat(refused(() ->
                        logos.drawn(text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"))))
                .containsExactly("logo refused.logo.svg");
        assertThat(refused(() -> logos.drawn(text("<?xml version='1.0'?>\n<svg width='1'/>"))))
                .containsExactly("logo refused.logo.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no picture", "%PDF-1.7", "RIFF....WEBPVP8 ", "<html></html>"})
    void what_is_no_picture_is_refused(String content) {
        assertThat(refused(() -> logos.drawn(text(content)))).containsExactly("logo refused.logo.type");
    }

    @Test
    void a_picture_that_was_cut_off_is_refused() throws IOException {
        byte[] whole = picture("png", 300, 80);

        for (int length = 8; length < whole.length - 40; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(refused(() -> logos.drawn(cut)))
                    .as("%d bytes", length)
                    .containsExactly("logo refused.logo.broken");
        }
    }

    /** A few hundred bytes that say they are 60,000 by 60,000 pixels. */
    @Test
    void a_small_file_that_unfolds_into_a_large_picture_is_refused_unread() throws IOException {
        byte[] bomb = picture("gif", 10, 10);
        bomb[6] = bomb[8] = (byte) 0x60;
        bomb[7] = bomb[9] = (byte) 0xEA;
        for (int at = 10; at < bomb.length - 9; at++) {
            if (bomb[at] == ',' && bomb[at + 5] == 10 && bomb[at + 7] == 10) {
                bomb[at + 5] = bomb[at + 7] = (byte) 0x60;
                bomb[at + 6] = bomb[at + 8] = (byte) 0xEA;
            }
        }

        assertThat(refused(() -> logos.drawn(bomb))).containsExactly("logo refused.logo.wide");
    }

    @Test
    void what_is_too_wide_or_too_large_is_refused() throws IOException {
        assertThat(refused(() -> logos.drawn(picture("png", 2_001, 1)))).containsExactly("logo refused.logo.wide");
        assertThat(refused(() -> logos.drawn(new byte[1024 * 1024 + 1]))).containsExactly("logo refused.logo.large");
        assertThat(refused(() -> logos.drawn(picture("png", 2_000, 2)))).isEmpty();
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, Color.RED.getRGB());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }
}
