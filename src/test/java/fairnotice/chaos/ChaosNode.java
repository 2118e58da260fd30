package fairnotice.chaos;

import fairnotice.Fairnotice;
import fairnotice.MainOnly;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a process of its own runs: the product, without what tests add to its scan. */
public final class ChaosNode {

    private ChaosNode() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Fairnotice.class)
                .initializers(new MainOnly())
                .run(arguments);
    }
}
