package fairnotice.register.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.calendar.Holidays;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.register.RegisterFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterDocumentTest {

    private final YamlRegisterDocuments documents = new YamlRegisterDocuments(id -> Holidays.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"opsticket", "securicom"})
    void what_is_exported_reads_as_what_it_was(String sample) throws IOException {
        RegisterFile file = documents.read(sample, sample(sample));

        String exported = documents.write(file);

        assertThat(documents.read("exported.yml", exported.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(file);
    }

    @Test
    void a_bad_file_is_refused_in_the_language_of_its_reader() throws IOException {
        byte[] bad = new String(sample("opsticket"), StandardCharsets.UTF_8)
                .replace("zone: UTC", "zone: Mars")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> documents.read("mine.yml", bad)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problems().get(0).field()).isEqualTo("file");
            assertThat(Language.DE.speak(
                            () -> refused.problems().get(0).phrase().said()))
                    .startsWith(
                            "Die Verzeichnisdatei mine.yml kann nicht verwendet werden: policy.zone: „Mars“ ist keine");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n- b", "{", "\u0000", "a: &x [*x]"})
    void what_is_no_register_file_is_refused(String text) {
        assertThatThrownBy(() -> documents.read("x.yml", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    private static byte[] sample(String name) throws IOException {
        return RegisterDocumentTest.class
                .getResourceAsStream("/registers/" + name + ".yml")
                .readAllBytes();
    }
}
