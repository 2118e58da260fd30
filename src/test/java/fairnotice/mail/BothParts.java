package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;

/** An email as text and as HTML: what is asserted holds for both, and both have words for every key. */
public record BothParts(List<String> parts) {

    public BothParts contains(String... words) {
        return each(part -> part.contains(words));
    }

    public BothParts containsIf(boolean so, String words) {
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.contains(words)).as(words).isEqualTo(so));
        return this;
    }

    public BothParts containsSubsequence(String... words) {
        return each(part -> part.containsSubsequence(words));
    }

    public BothParts containsOnlyOnce(String words) {
        return each(part -> part.containsOnlyOnce(words));
    }

    public BothParts doesNotContain(String... words) {
        return each(part -> part.doesNotContain(words));
    }

    private BothParts each(Consumer<AbstractStringAssert<?>> says) {
        assertThat(parts).allSatisfy(part -> says.accept(assertThat(part).doesNotContain("??")));
        return this;
    }
}
