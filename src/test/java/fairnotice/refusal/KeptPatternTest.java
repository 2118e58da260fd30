package fairnotice.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptPatternTest {

    @Test
    void a_choice_of_words_may_be_any_of_them() {
        String pattern = "{0}: of {1} {2,choice,0#units|1#unit|1<units}, {3} used";

        assertThat(KeptPattern.filledIn(pattern, "A: of 1 unit, 0 used")).contains(List.of("A", "1", "", "0"));
        assertThat(KeptPattern.filledIn(pattern, "A: of 1 units, 0 used"))
                .as("as it was kept before")
                .contains(List.of("A", "1", "", "0"));
        assertThat(KeptPattern.filledIn(pattern, "A: of 1 day, 0 used")).isEmpty();
    }
}
